package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.finding.Fidelity;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What runs: every service, schedule, one-off task and lone task definition ⇄ exactly one workload, at the same times, in the
 * same number, of the same containers and images. Two never become one, and nothing that stood still starts.
 */
final class WhatRuns implements BehaviourCheck {
    private static final String HINT = "compare the two by hand before you apply it, and report the difference";

    /** What says that something runs at other times than it did. */
    private static final Set<FindingCode> OTHER_LIFETIMES = EnumSet.of(FindingCode.JOB_SUSPENDED);

    @Override
    public void check(Comparison comparison) {
        Map<String, Workload> owners = new HashMap<>();
        for (Comparison.Pair pair : comparison.pairs()) {
            Workload source = pair.source();
            if (pair.made().isEmpty()) {
                missing(source, comparison);
            }
            for (Workload made : pair.made()) {
                Workload owner = owners.putIfAbsent(made.id(), source);
                if (owner != null && !owner.id().equals(source.id())) {
                    report(
                            source,
                            "both " + owner.title() + " and " + source.title() + " became " + made.title(),
                            comparison);
                }
                lifetime(source, made, comparison);
                count(source, made, comparison);
                containers(source, made, comparison);
            }
        }
    }

    private static void missing(Workload source, Comparison comparison) {
        boolean said = comparison.isSaid(source.spot(), code -> code.fidelity() == Fidelity.UNTRANSLATABLE);
        if (!said) {
            report(source, "nothing in the result runs what " + source.title() + " runs", comparison);
        }
    }

    /** What a task definition becomes that nothing starts is the caller's choice. */
    private static void lifetime(Workload source, Workload made, Comparison comparison) {
        if (source.lifetime() != made.lifetime()
                && source.lifetime() != Lifetime.NEVER
                && !comparison.isSaidWithin(source.spot(), OTHER_LIFETIMES::contains)) {
            report(
                    source,
                    source.title() + " runs " + source.lifetime() + ", " + made.title() + " would run "
                            + made.lifetime(),
                    comparison);
        }
    }

    private static void count(Workload source, Workload made, Comparison comparison) {
        Count wanted = source.count();
        Count found = made.count();
        if (wanted == null || found == null || wanted.equals(found)) {
            return;
        }
        for (Spot place : source.countPlaces()) {
            if (comparison.isSaid(place, code -> code != FindingCode.SCALED_COUNT)) {
                return;
            }
        }
        comparison.report(
                wanted.runs() == found.runs() ? FindingCode.BEHAVIOUR_COUNT : FindingCode.BEHAVIOUR_RUNS,
                source.countPlaces().isEmpty()
                        ? source.spot()
                        : source.countPlaces().get(0),
                source.title() + " runs " + wanted + " at a time, " + made.title() + " would run " + found,
                "correct the count by hand, and report the difference");
    }

    private static void containers(Workload source, Workload made, Comparison comparison) {
        for (ContainerFacts container : source.containers()) {
            ContainerFacts counterpart = made.container(container);
            if (counterpart == null) {
                container(
                        container,
                        source.title() + " has container " + container.name() + ", " + made.title()
                                + " has none of this name",
                        comparison);
            } else if (!Objects.equals(container.image(), counterpart.image())) {
                container(
                        container,
                        container.name() + " runs " + container.image() + ", in " + made.title() + " it would run "
                                + counterpart.image(),
                        comparison);
            }
        }
    }

    private static void container(ContainerFacts container, String message, Comparison comparison) {
        Spot spot = Spot.of(container.node());
        if (!comparison.isSaid(spot, code -> true)
                && !comparison.isSaid(Spot.of(container.node(), "image"), code -> true)) {
            comparison.report(FindingCode.BEHAVIOUR_RUNS, spot, message, HINT);
        }
    }

    private static void report(Workload source, String message, Comparison comparison) {
        comparison.report(FindingCode.BEHAVIOUR_RUNS, source.spot(), message, HINT);
    }
}
