package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;

/** DNS names that are others in the cluster: where clients in the input use them, they are told. */
final class ChangedHostNames {

    private ChangedHostNames() {}

    /** The name of a Service from anywhere in the cluster; from its own namespace where that is not known. */
    static String now(LaunchToKubernetes launch, String service) {
        return launch.namespace() == null ? service : service + "." + launch.namespace() + ".svc.cluster.local";
    }

    /** Says at every environment variable with the former name what the name is now; never the variable's value. */
    static void report(BundleToKubernetes bundle, String former, String now) {
        String wanted = former.toLowerCase(Locale.ROOT);
        for (LaunchToKubernetes launch : bundle.launches()) {
            for (ContainerToKubernetes container : launch.task().containers()) {
                List<KeyValuePair> environment = container.definition().environment();
                for (int i = 0; i < environment.size(); i++) {
                    String value = environment.get(i).value();
                    if (value != null && names(value.toLowerCase(Locale.ROOT), wanted)) {
                        container
                                .at("environment", i, "value")
                                .report(
                                        FindingCode.FORMER_DNS_NAME,
                                        environment.get(i).name() + " holds " + former + ", which is " + now
                                                + " in the cluster",
                                        "change the value, or let CoreDNS rewrite the name");
                    }
                }
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
