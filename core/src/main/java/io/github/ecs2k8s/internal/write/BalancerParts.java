package io.github.ecs2k8s.internal.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What creating load balancers, listeners and rules takes, out of what describing them prints; both forms of output take
 * the same (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Operations.html).
 */
public final class BalancerParts {
    /** The members with which a target group is created. */
    public static final String TARGET_GROUP = "Name Protocol ProtocolVersion Port VpcId TargetType IpAddressType"
            + " TargetControlPort HealthCheckEnabled HealthCheckProtocol HealthCheckPort HealthCheckPath"
            + " HealthCheckIntervalSeconds HealthCheckTimeoutSeconds HealthyThresholdCount UnhealthyThresholdCount"
            + " Matcher Tags";

    private static final int LONGEST_NAME = 32;

    private BalancerParts() {}

    /** The name of a load balancer or a target group, which has 32 characters at most. */
    public static String name(Part part) {
        String name = part.name();
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }

    /** Adds the subnets of a load balancer of which only the zones are described. */
    public static void addSubnets(Part part, Map<String, Object> body) {
        if (body.containsKey("Subnets") || body.containsKey("SubnetMappings")) {
            return;
        }
        List<Object> subnets = new ArrayList<>();
        for (Object zone : PlainTrees.list(part.members(), "AvailabilityZones")) {
            Object subnet = PlainTrees.get(PlainTrees.map(zone), "SubnetId");
            if (subnet != null) {
                subnets.add(subnet);
            }
        }
        if (!subnets.isEmpty()) {
            body.put("Subnets", subnets);
        }
    }

    /** A listener with at most one certificate. */
    public static Map<String, Object> listener(Part part) {
        Map<String, Object> body = PlainTrees.pick(
                part.members(), "LoadBalancerArn Port Protocol SslPolicy AlpnPolicy MutualAuthentication");
        if (body.containsKey("MutualAuthentication")) {
            PlainTrees.map(body, "MutualAuthentication").remove("TrustStoreAssociationStatus");
        }
        Object first = firstCertificate(part);
        if (first != null) {
            body.put("Certificates", List.of(only(first)));
        }
        body.put("DefaultActions", actions(part, "DefaultActions"));
        return body;
    }

    /** The certificates of a listener besides its first. */
    public static List<Object> furtherCertificates(Part part) {
        Object first = firstCertificate(part);
        List<Object> further = new ArrayList<>();
        for (Object certificate : PlainTrees.list(part.members(), "Certificates")) {
            if (certificate != first) {
                further.add(only(certificate));
            }
        }
        return further;
    }

    private static @Nullable Object firstCertificate(Part part) {
        List<Object> certificates = PlainTrees.list(part.members(), "Certificates");
        for (Object certificate : certificates) {
            if (Boolean.TRUE.equals(PlainTrees.get(PlainTrees.map(certificate), "IsDefault"))) {
                return certificate;
            }
        }
        return certificates.isEmpty() ? null : certificates.get(0);
    }

    private static Map<String, Object> only(Object certificate) {
        return PlainTrees.pick(PlainTrees.map(certificate), "CertificateArn");
    }

    /** Whether a rule is the one that every listener has: its default actions. */
    public static boolean isDefaultRule(Part part) {
        return "default".equals(part.text("Priority"))
                || Boolean.TRUE.equals(part.members().get("IsDefault"));
    }

    /** A rule, whose priority is a number where it is created; some further members with it. */
    public static Map<String, Object> rule(Part part, String more) {
        Map<String, Object> body = PlainTrees.pick(part.members(), "ListenerArn Priority Conditions");
        String priority = part.text("Priority");
        if (priority != null && !priority.contains("${")) {
            body.put("Priority", new BigDecimal(priority));
        }
        body.put("Conditions", conditions(part));
        body.put("Actions", actions(part, "Actions"));
        body.putAll(PlainTrees.pick(part.members(), "Transforms " + more));
        return body;
    }

    /** Conditions are described twice, in the words of an older API and of the present one; only one may be given. */
    private static List<Object> conditions(Part part) {
        List<Object> conditions = new ArrayList<>();
        for (Object condition : PlainTrees.list(part.members(), "Conditions")) {
            Map<String, Object> copy = new LinkedHashMap<>(PlainTrees.map(condition));
            if (copy.keySet().stream().anyMatch(key -> key.endsWith("Config"))) {
                copy.remove("Values");
                copy.remove("RegexValues");
            }
            conditions.add(copy);
        }
        return conditions;
    }

    /** Client secrets are never written: a reference asks for them. */
    private static List<Object> actions(Part part, String key) {
        List<Object> actions = new ArrayList<>();
        for (Object action : PlainTrees.list(part.members(), key)) {
            Map<String, Object> copy = new LinkedHashMap<>(PlainTrees.map(action));
            Map<String, Object> oidc = PlainTrees.map(copy, "AuthenticateOidcConfig");
            if (oidc.get("ClientSecret") instanceof String secret
                    && !ReferenceText.parse(secret).isWhole()) {
                Map<String, Object> hidden = new LinkedHashMap<>(oidc);
                hidden.put("ClientSecret", "${" + part.logicalId() + "ClientSecret}");
                copy.put("AuthenticateOidcConfig", hidden);
            }
            actions.add(copy);
        }
        return actions;
    }
}
