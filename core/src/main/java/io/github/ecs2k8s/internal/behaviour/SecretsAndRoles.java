package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.finding.FindingCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Secrets and identities: each variable with a secret ⇄ a variable with a secret, and two different secrets, or keys or
 * versions of one, stay two; a workload acts as its own role, and one without a role as none.
 */
final class SecretsAndRoles implements BehaviourCheck {

    @Override
    public void check(Comparison comparison) {
        Map<String, String> kept = new HashMap<>();
        for (Comparison.Pair pair : comparison.pairs()) {
            for (Workload made : pair.made()) {
                role(pair.source(), made, comparison);
                for (ContainerFacts container : pair.source().containers()) {
                    ContainerFacts counterpart = made.container(container);
                    if (counterpart != null) {
                        secrets(container, counterpart, made, kept, comparison);
                    }
                }
            }
        }
    }

    private static void secrets(
            ContainerFacts source,
            ContainerFacts made,
            Workload workload,
            Map<String, String> kept,
            Comparison comparison) {
        source.secrets().forEach((variable, from) -> {
            if (from.startsWith(KubernetesFacts.CONFIG_MAP)) {
                return;
            }
            String there = made.secrets().get(variable);
            if (there == null) {
                report(
                        source,
                        variable + " takes its value from a secret, in " + workload.title() + " it has none",
                        comparison);
                return;
            }
            String other = kept.putIfAbsent(there, from);
            if (other != null && !other.equals(from)) {
                report(source, other + " and " + from + " became one: " + there, comparison);
            }
        });
    }

    private static void report(ContainerFacts source, String message, Comparison comparison) {
        boolean said = comparison.isSaidWithin(Spot.of(source.node(), "secrets"), Comparison::isLost)
                || comparison.isSaidWithin(Spot.of(source.node(), "env"), Comparison::isLost);
        if (!said) {
            comparison.report(
                    FindingCode.BEHAVIOUR_SECRET,
                    Spot.of(source.node()),
                    message,
                    "compare the secrets of both sides by hand, and report the difference");
        }
    }

    private static void role(Workload source, Workload made, Comparison comparison) {
        String wanted = name(source.role());
        String found = name(made.role());
        boolean other = wanted == null ? found != null : !wanted.equals(found);
        if (!source.containers().isEmpty()
                && other
                && !comparison.isSaid(source.rolePlace(), SecretsAndRoles::isOfRole)) {
            comparison.report(
                    FindingCode.BEHAVIOUR_ROLE,
                    source.rolePlace(),
                    source.title() + " acts as " + (wanted == null ? "no role" : "role " + wanted) + ", " + made.title()
                            + " would act as " + (found == null ? "none" : found),
                    "give it its own role before you apply it, and report the difference");
        }
    }

    private static boolean isOfRole(FindingCode code) {
        return Comparison.isLost(code)
                || code == FindingCode.TASK_ROLE_UNAVAILABLE
                || code == FindingCode.TASK_ROLE_INCOMPLETE;
    }

    /** The name of a role is the same in every way to write it. */
    private static @Nullable String name(@Nullable String role) {
        return role == null ? null : role.substring(role.lastIndexOf('/') + 1);
    }
}
