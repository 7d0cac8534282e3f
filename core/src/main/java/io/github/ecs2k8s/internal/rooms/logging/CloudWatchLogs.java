package io.github.ecs2k8s.internal.rooms.logging;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.toecs.LogRegion;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;

/**
 * What {@code kubectl logs} shows of a container → the log driver awslogs: one log group for each family, as the console
 * of ECS proposes it (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html).
 */
final class CloudWatchLogs {
    private static final String GROUP = "awslogs-group";
    private static final String FOLDER = "/ecs/";

    private CloudWatchLogs() {}

    static void configure(ContainerDefinition.Builder container, String family) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(GROUP, FOLDER + family);
        options.put(LogRegion.OPTION, LogRegion.OF_THE_STACK);
        options.put("awslogs-stream-prefix", "ecs");
        container.logConfiguration(LogConfiguration.builder()
                .logDriver(LogDriver.AWSLOGS)
                .options(options)
                .build());
    }

    static void say(BundleToEcs context) {
        Set<String> groups = new LinkedHashSet<>();
        LaunchToEcs first = null;
        for (LaunchToEcs workload : context.workloads()) {
            String own = group(workload);
            if (own != null && groups.add(own) && first == null) {
                first = workload;
            }
        }
        if (first == null) {
            return;
        }
        String region = context.options().template().region();
        int more = groups.size() - 1;
        first.inPod()
                .at("spec", "containers")
                .report(
                        FindingCode.LOGS_TO_CLOUDWATCH,
                        "what containers print goes to CloudWatch Logs in "
                                + (region == null ? LogRegion.OF_THE_STACK : region)
                                + ": "
                                + (more == 0 ? "log group " : "log groups ")
                                + groups.iterator().next()
                                + (more == 0 ? "" : " and " + more + " more"),
                        "-o DIR and --format cloudformation create "
                                + (more == 0 ? "it, and the role that writes" : "them, and the roles that write")
                                + " there"
                                + (region == null ? "; --region names the region" : ""));
    }

    /** The group that was written; null where the task definition has its own from before. */
    private static @Nullable String group(LaunchToEcs workload) {
        String wanted = FOLDER + workload.task().definition().family();
        for (ContainerDefinition container : workload.task().definition().containerDefinitions()) {
            LogConfiguration log = container.logConfiguration();
            if (log != null && wanted.equals(log.options().get(GROUP))) {
                return wanted;
            }
        }
        return null;
    }
}
