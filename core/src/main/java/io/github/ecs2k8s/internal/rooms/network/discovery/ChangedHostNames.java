package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;

/** DNS names that are others in the cluster: where clients in the input use them, they are told. */
final class ChangedHostNames {
    private final Map<String, Set<Change>> byFormer = new LinkedHashMap<>();
    private final NameFinder finder = new NameFinder(c -> isPart((char) c));

    private record Change(String former, String now) {}

    /** The name of a Service from anywhere in the cluster; from its own namespace where that is not known. */
    static String now(LaunchToKubernetes launch, String service) {
        return launch.namespace() == null ? service : service + "." + launch.namespace() + ".svc.cluster.local";
    }

    /** Adds a name and what it is now. */
    void add(String former, String now) {
        String wanted = former.toLowerCase(Locale.ROOT);
        byFormer.computeIfAbsent(wanted, unused -> new LinkedHashSet<>()).add(new Change(former, now));
        finder.add(wanted);
    }

    /** Says at every environment variable with a former name what the name is now; never the variable's value. */
    void report(BundleToKubernetes bundle) {
        for (LaunchToKubernetes launch : bundle.launches()) {
            for (ContainerToKubernetes container : launch.task().containers()) {
                List<KeyValuePair> environment = container.definition().environment();
                for (int i = 0; i < environment.size(); i++) {
                    report(environment.get(i), container.at("environment", i, "value"));
                }
            }
        }
    }

    private void report(KeyValuePair variable, Place place) {
        String value = variable.value() == null ? "" : variable.value().toLowerCase(Locale.ROOT);
        for (String wanted : finder.candidates(value)) {
            for (Change change : names(value, wanted) ? byFormer.getOrDefault(wanted, Set.of()) : Set.<Change>of()) {
                place.report(
                        FindingCode.FORMER_DNS_NAME,
                        variable.name() + " holds " + change.former + ", which is " + change.now + " in the cluster",
                        "change the value, or let CoreDNS rewrite the name");
            }
        }
    }

    /** Whether a text holds a name that is not part of a longer one. */
    private static boolean names(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if ((at == 0 || !isPart(text.charAt(at - 1))) && (end == text.length() || !isPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
    }
}
