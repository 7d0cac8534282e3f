package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Severity;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;

/** A place of the input, existing or not, that a fact was read from; what it is called is worked out when somebody asks. */
final class Spot {
    private final Node base;
    private final Object[] path;

    private Spot(Node base, Object[] path) {
        this.base = base;
        this.path = path;
    }

    /** The place at keys (String) and indices (Integer) below a value. */
    static Spot of(Node base, Object... path) {
        return new Spot(base, path);
    }

    private String pointer() {
        Node here = base;
        int depth = 0;
        for (; depth < path.length && here.child(path[depth]) != null; depth++) {
            here = here.nearest(path[depth]);
        }
        Pointer pointer = here.pointer();
        for (; depth < path.length; depth++) {
            pointer =
                    path[depth] instanceof Integer index ? pointer.child(index) : pointer.child(path[depth].toString());
        }
        return pointer.toString();
    }

    /** Whether a finding speaks of this place as a whole: of it, or of something around it that is not carried. */
    boolean isMeantBy(Finding finding) {
        String pointer = pointer();
        String other = finding.pointer();
        return isInFile(finding) && (other.equals(pointer) || pointer.startsWith(other + '/') && isAboutParts(finding));
    }

    /** Whether a finding speaks of this place or of a part of it. */
    boolean isTouchedBy(Finding finding) {
        return isMeantBy(finding) || isInFile(finding) && finding.pointer().startsWith(pointer() + '/');
    }

    private boolean isInFile(Finding finding) {
        return finding.location().root().equals(base.location().root());
    }

    private static boolean isAboutParts(Finding finding) {
        return finding.code().fidelity() != Fidelity.EXACT || finding.severity() == Severity.ERROR;
    }

    /** A finding here. */
    Finding finding(FindingCode code, String message, String hint) {
        return new Finding(code, pointer(), base.nearest(path).location(), message, hint, null);
    }
}
