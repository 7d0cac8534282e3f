package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.internal.quote.JmesPath;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.write.BalancerParts;
import io.github.ecs2k8s.internal.write.Part;

/**
 * How the value of a reference to a part becomes known.
 *
 * @param kind where it comes from
 * @param text the literal value, the JMESPath query on the output of the call that creates the part, or the command
 */
record ReferenceAnswer(Kind kind, String text) {

    /** Where values come from. */
    enum Kind {
        /** The part's own members. */
        LITERAL,
        /** The output of the call that creates it. */
        QUERY,
        /** The end of the ARN that the creating call prints, behind a mark in the text. */
        END_OF_ARN,
        /** A command of its own. */
        COMMAND,
        /** Nothing this side knows; the user has to say. */
        UNKNOWN
    }

    private static final ReferenceAnswer UNKNOWN = new ReferenceAnswer(Kind.UNKNOWN, "");

    /** What {@code ${part}} or {@code ${part.attribute}} stands for; the attribute is empty for the part itself. */
    static ReferenceAnswer of(Part part, String attribute) {
        String name = attribute.isEmpty() ? "Ref" : attribute;
        return switch (part.kind()) {
            case TASK_DEFINITION -> answer(name, "taskDefinition.taskDefinitionArn", "Ref TaskDefinitionArn");
            case SERVICE ->
                name.equals("Name") ? literal(part.name()) : answer(name, "service.serviceArn", "Ref ServiceArn Arn");
            case CLUSTER -> name.equals("Ref") ? literal(part.name()) : answer(name, "cluster.clusterArn", "Arn");
            case CAPACITY_PROVIDER -> name.equals("Ref") ? literal(part.name()) : UNKNOWN;
            case LOAD_BALANCER -> loadBalancer(part, name);
            case TARGET_GROUP -> targetGroup(part, name);
            case LISTENER -> answer(name, "Listeners[0].ListenerArn", "Ref ListenerArn Arn");
            case LISTENER_RULE -> answer(name, "Rules[0].RuleArn", "Ref RuleArn Arn");
            case SECURITY_GROUP -> answer(name, "GroupId", "Ref GroupId Id");
            case CLOUD_MAP_NAMESPACE -> namespace(part, name);
            case CLOUD_MAP_SERVICE ->
                name.equals("Arn")
                        ? query("Service.Arn")
                        : name.equals("Name") ? literal(part.name()) : answer(name, "Service.Id", "Ref Id");
            case SECRET -> answer(name, "ARN", "Ref Id Arn");
            case LOG_GROUP -> logGroup(part, name);
            case FILE_SYSTEM ->
                name.equals("Arn") ? query("FileSystemArn") : answer(name, "FileSystemId", "Ref FileSystemId");
            case ACCESS_POINT ->
                name.equals("Arn") ? query("AccessPointArn") : answer(name, "AccessPointId", "Ref AccessPointId");
            case SCALING_POLICY -> answer(name, "PolicyARN", "Ref Arn PolicyARN");
            case EVENT_RULE -> name.equals("Ref") ? literal(part.name()) : answer(name, "RuleArn", "Arn");
            case SCHEDULE -> name.equals("Ref") ? literal(part.name()) : answer(name, "ScheduleArn", "Arn");
            case ROLE, STARTER_ROLE ->
                name.equals("Ref") ? literal(RoleCalls.name(part)) : answer(name, "Role.Arn", "Arn");
            case ALARM -> name.equals("Ref") ? literal(part.name()) : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static ReferenceAnswer loadBalancer(Part part, String name) {
        return switch (name) {
            case "LoadBalancerName" -> literal(BalancerParts.name(part));
            case "DNSName" -> query("LoadBalancers[0].DNSName");
            case "CanonicalHostedZoneID" -> query("LoadBalancers[0].CanonicalHostedZoneId");
            case "LoadBalancerFullName" -> new ReferenceAnswer(Kind.END_OF_ARN, "#*:loadbalancer/");
            default -> answer(name, "LoadBalancers[0].LoadBalancerArn", "Ref LoadBalancerArn Arn");
        };
    }

    private static ReferenceAnswer targetGroup(Part part, String name) {
        return switch (name) {
            case "TargetGroupName" -> literal(BalancerParts.name(part));
            case "TargetGroupFullName" -> new ReferenceAnswer(Kind.END_OF_ARN, "##*:");
            default -> answer(name, "TargetGroups[0].TargetGroupArn", "Ref TargetGroupArn Arn");
        };
    }

    private static ReferenceAnswer namespace(Part part, String name) {
        return switch (name) {
            case "Ref", "Id" -> query("Operation.Targets.NAMESPACE");
            case "Arn" ->
                new ReferenceAnswer(
                        Kind.COMMAND,
                        "aws servicediscovery list-namespaces --query "
                                + Shell.query("Namespaces[?Name==" + JmesPath.literal(part.name()) + "] | [0].Arn")
                                + " --output text");
            default -> UNKNOWN;
        };
    }

    private static ReferenceAnswer logGroup(Part part, String name) {
        return switch (name) {
            case "Ref" -> literal(part.name());
            case "Arn" ->
                new ReferenceAnswer(
                        Kind.COMMAND,
                        "aws logs describe-log-groups --log-group-name-prefix " + Shell.word(part.name())
                                + " --query "
                                + Shell.query(
                                        "logGroups[?logGroupName==" + JmesPath.literal(part.name()) + "] | [0].arn")
                                + " --output text");
            default -> UNKNOWN;
        };
    }

    private static ReferenceAnswer answer(String name, String query, String names) {
        return (" " + names + " ").contains(" " + name + " ") ? query(query) : UNKNOWN;
    }

    private static ReferenceAnswer literal(String text) {
        return new ReferenceAnswer(Kind.LITERAL, text);
    }

    private static ReferenceAnswer query(String query) {
        return new ReferenceAnswer(Kind.QUERY, query);
    }
}
