package io.github.ecs2k8s.context;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import org.jspecify.annotations.Nullable;

/** Turns a model path into a finding's place: exact pointer, and the location of the nearest value that exists. */
public final class Places {

    private Places() {}

    public static Finding finding(
            FindingCode code, String message, @Nullable String hint, @Nullable Term term, Node base, Object... path) {
        Node here = base;
        int depth = 0;
        while (depth < path.length) {
            Node next = here.child(path[depth]);
            if (next == null) {
                break;
            }
            here = next;
            depth++;
        }
        Pointer pointer = here.pointer();
        for (; depth < path.length; depth++) {
            pointer =
                    path[depth] instanceof Integer index ? pointer.child(index) : pointer.child(path[depth].toString());
        }
        return new Finding(code, pointer.toString(), here.location(), message, hint, term);
    }
}
