package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who comes in: a load balancer's listeners lead to the same container ports of each workload, through target groups on one
 * side, through Services on the other. A port that nothing led to stays closed.
 */
final class WhoEnters implements BehaviourCheck {

    @Override
    public void check(Comparison comparison) {
        if (comparison.entered().isEmpty() && comparison.enteredThere().isEmpty()) {
            return;
        }
        for (Comparison.Pair pair : comparison.pairs()) {
            Map<Integer, List<Spot>> wanted = comparison.entered().of(pair.source());
            Set<Integer> found = new TreeSet<>();
            pair.made()
                    .forEach(made ->
                            found.addAll(comparison.enteredThere().of(made).keySet()));
            if (!pair.made().isEmpty()) {
                compare(pair, wanted, found, comparison);
                exposure(pair, comparison);
            }
        }
    }

    private static void compare(
            Comparison.Pair pair, Map<Integer, List<Spot>> wanted, Set<Integer> found, Comparison comparison) {
        String there = pair.made().get(0).title();
        wanted.forEach((port, places) -> {
            if (!found.contains(port) && !isSaid(places, comparison)) {
                comparison.report(
                        FindingCode.BEHAVIOUR_ENTRANCE,
                        places.get(0),
                        "a load balancer leads to port " + port + " of "
                                + pair.source().title() + ", none would lead to it of " + there,
                        "lead it there by hand before you switch over, and report the difference");
            }
        });
        for (Integer port : found) {
            if (!wanted.containsKey(port)) {
                comparison.report(
                        FindingCode.BEHAVIOUR_ENTRANCE,
                        pair.source().spot(),
                        "no load balancer leads to port " + port + " of "
                                + pair.source().title() + ", one would lead to it of " + there,
                        "close it before you apply it, and report the difference");
            }
        }
    }

    /** An internal entrance never becomes a public one, nor the reverse. */
    private static void exposure(Comparison.Pair pair, Comparison comparison) {
        Set<Exposure> wanted = comparison.entered().exposures(pair.source());
        Workload made = pair.made().get(0);
        Set<Exposure> found = comparison.enteredThere().exposures(made);
        boolean known = wanted.size() == 1 && found.size() == 1;
        if (known && !wanted.contains(Exposure.UNKNOWN) && !found.contains(Exposure.UNKNOWN) && !wanted.equals(found)) {
            boolean open = found.contains(Exposure.PUBLIC);
            comparison.report(
                    FindingCode.BEHAVIOUR_EXPOSURE,
                    pair.source().spot(),
                    pair.source().title() + " is reached " + (open ? "from inside only, " : "from the internet, ")
                            + made.title() + " would be reached "
                            + (open ? "from the internet" : "from inside only"),
                    "set the load balancer's scheme by hand before you apply it, and report the difference");
        }
    }

    private static boolean isSaid(List<Spot> places, Comparison comparison) {
        for (Spot place : places) {
            if (comparison.isSaidWithin(place, code -> Comparison.isLost(code) && code.severity() != Severity.INFO)) {
                return true;
            }
        }
        return false;
    }
}
