package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.Severity;
import java.util.List;
import java.util.function.Predicate;

/**
 * One translation as the checks see it: what runs on either side, which became which, and what has been said.
 */
final class Comparison {
    private final List<Pair> pairs;
    private final Entrances entered;
    private final Entrances enteredThere;
    private final Findings findings;

    /**
     * A comparison.
     *
     * @param pairs everything that runs in the source, with all that became of it
     * @param entered which ports load balancers of the source lead to
     * @param enteredThere the same in the result
     * @param findings what the rooms have said, and where differences go
     */
    Comparison(List<Pair> pairs, Entrances entered, Entrances enteredThere, Findings findings) {
        this.pairs = pairs;
        this.entered = entered;
        this.enteredThere = enteredThere;
        this.findings = findings;
    }

    /** Everything that runs in the source. */
    List<Pair> pairs() {
        return pairs;
    }

    /** Which ports load balancers of the source lead to. */
    Entrances entered() {
        return entered;
    }

    /** Which ports load balancers of the result lead to. */
    Entrances enteredThere() {
        return enteredThere;
    }

    /** Whether a finding of one of these codes speaks of this place, or of what holds it. */
    boolean isSaid(Spot spot, Predicate<FindingCode> codes) {
        for (Finding finding : findings.sorted()) {
            if (codes.test(finding.code()) && spot.isMeantBy(finding)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a finding of one of these codes speaks of this place or of a part of it. */
    boolean isSaidWithin(Spot spot, Predicate<FindingCode> codes) {
        for (Finding finding : findings.sorted()) {
            if (codes.test(finding.code()) && spot.isTouchedBy(finding)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a code says that something is not carried at all, or cannot run. */
    static boolean isLost(FindingCode code) {
        return code.fidelity() == Fidelity.UNTRANSLATABLE || code.severity() == Severity.ERROR;
    }

    /** Says a difference. */
    void report(FindingCode code, Spot spot, String message, String hint) {
        findings.add(spot.finding(code, message, hint));
    }

    /**
     * One thing that runs in the source.
     *
     * @param source as the source says it
     * @param made what runs it in the result; more than one only where one thing takes several to say
     */
    record Pair(Workload source, List<Workload> made) {}
}
