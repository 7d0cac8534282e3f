package io.github.ecs2k8s.internal.rooms.balancer.alb;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.Listener.Certificate;
import io.github.ecs2k8s.ecs.resource.Listener.MutualAuthentication;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.Entrance;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.setting.AnnotationJson;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.internal.rooms.balancer.setting.TargetGroupAnnotations;
import io.github.ecs2k8s.source.JsonPrinter;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Listeners of an application load balancer that route alike ⇄ annotations of the Ingress with their rules
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#traffic-listening).
 */
public final class AlbListeners {
    private static final String P = Annotations.ALB_PREFIX;

    private AlbListeners() {}

    /** The annotations of listeners; none when they are not in the input. */
    static Map<String, String> annotations(List<Entrance> entrances, BundleToKubernetes bundle) {
        Map<String, String> all = new LinkedHashMap<>();
        List<Object> ports = new ArrayList<>();
        List<Object> mutual = new ArrayList<>();
        for (Entrance entrance : entrances) {
            Resource<Listener> listener = entrance.listener();
            Integer port = entrance.port();
            if (listener == null || port == null) {
                continue;
            }
            ports.add(AlbJson.one(entrance.isHttps() ? "HTTPS" : "HTTP", port));
            MutualAuthentication authentication = listener.value().mutualAuthentication();
            if (authentication != null && authentication.mode() != null && !"off".equals(authentication.mode())) {
                mutual.add(mutual(authentication, port));
            }
        }
        if (!ports.isEmpty()) {
            all.put(P + "listen-ports", JsonPrinter.line(ports));
        }
        for (Entrance entrance : entrances) {
            if (entrance.listener() != null && entrance.isHttps()) {
                secure(entrance.listener(), all, bundle);
            }
        }
        if (!mutual.isEmpty()) {
            all.put(P + "mutual-authentication", JsonPrinter.line(mutual));
        }
        attributes(entrances, all);
        return all;
    }

    private static void secure(Resource<Listener> listener, Map<String, String> all, BundleToKubernetes bundle) {
        String certificates = certificates(listener.value());
        if (!certificates.isEmpty()) {
            all.put(P + "certificate-arn", certificates);
        }
        if (certificates.isEmpty() || !isKnown(listener.value())) {
            bundle.at(listener.node(), "Certificates")
                    .report(
                            FindingCode.LISTENER_CERTIFICATE,
                            certificates.isEmpty()
                                    ? "the certificate has no ARN yet; the controller looks for one that fits the hosts of the rules"
                                    : "a certificate has no ARN yet; only the others are named",
                            "set alb.ingress.kubernetes.io/certificate-arn when the certificate exists");
        }
        String policy = listener.value().sslPolicy();
        if (policy != null && !policy.isEmpty() && !Placeholders.isOpen(policy)) {
            all.put(P + "ssl-policy", policy);
        }
    }

    /** The ARNs of a listener's certificates, its default first. */
    public static String certificates(Listener listener) {
        List<String> arns = new ArrayList<>();
        for (Certificate certificate : listener.certificates()) {
            String arn = certificate.certificateArn();
            if (arn == null || !arn.startsWith("arn:") || Placeholders.isOpen(arn) || arns.contains(arn)) {
                continue;
            }
            arns.add(Boolean.TRUE.equals(certificate.isDefault()) ? 0 : arns.size(), arn);
        }
        return String.join(",", arns);
    }

    private static boolean isKnown(Listener listener) {
        for (Certificate certificate : listener.certificates()) {
            String arn = certificate.certificateArn();
            if (arn == null || !arn.startsWith("arn:") || Placeholders.isOpen(arn)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> mutual(MutualAuthentication authentication, int port) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("port", port);
        one.put("mode", authentication.mode());
        AlbJson.put(one, "trustStore", authentication.trustStoreArn());
        AlbJson.put(one, "ignoreClientCertificateExpiry", authentication.ignoreClientCertificateExpiry());
        AlbJson.put(one, "advertiseTrustStoreCaNames", authentication.advertiseTrustStoreCaNames());
        return one;
    }

    private static void attributes(List<Entrance> entrances, Map<String, String> all) {
        for (Entrance entrance : entrances) {
            Resource<Listener> listener = entrance.listener();
            String attributes = listener == null
                    ? null
                    : TargetGroupAnnotations.attributes(listener.value().listenerAttributes());
            if (attributes != null) {
                all.put(P + "listener-attributes." + entrance.protocol() + "-" + entrance.port(), attributes);
            }
        }
    }

    /** The ports of an Ingress by protocol, HTTP or HTTPS: those it lists, otherwise the usual one or two. */
    public static Map<Integer, String> ports(Annotations annotations, boolean certificate, boolean tls) {
        Map<Integer, String> ports = new LinkedHashMap<>();
        String key = P + "listen-ports";
        for (Node item : JsonTree.items(JsonTree.parse(annotations.take(key)))) {
            for (Map.Entry<String, String> entry : JsonTree.map(item).entrySet()) {
                Integer port = JsonTree.number(item, entry.getKey());
                if (port != null
                        && (entry.getKey().equals("HTTP") || entry.getKey().equals("HTTPS"))) {
                    ports.put(port, entry.getKey());
                }
            }
        }
        if (ports.isEmpty() && annotations.has(key)) {
            annotations.find(
                    FindingCode.INVALID_VALUE,
                    "the annotation lists no ports like [{\"HTTP\":80}]; the usual ones are opened",
                    null,
                    key);
        }
        if (ports.isEmpty() && (!certificate || tls)) {
            ports.put(80, "HTTP");
        }
        if (ports.isEmpty() || (tls && !annotations.has(key)) || (certificate && !annotations.has(key))) {
            ports.put(443, "HTTPS");
        }
        return ports;
    }

    /** What an Ingress says of one of its listeners. */
    public static void read(Annotations annotations, ListenerDraft listener) {
        if (listener.isSecure()) {
            listener.certificates().addAll(annotations.list(P + "certificate-arn"));
            listener.sslPolicy(annotations.take(P + "ssl-policy"));
            for (Node item : JsonTree.items(AnnotationJson.parse(annotations.take(P + "mutual-authentication")))) {
                if (Objects.equals(JsonTree.number(item, "port"), listener.port())) {
                    String ignored = JsonTree.text(item, "ignoreClientCertificateExpiry");
                    listener.mutualAuthentication(new MutualAuthentication(
                            JsonTree.text(item, "mode"),
                            JsonTree.text(item, "trustStore"),
                            ignored == null ? null : Boolean.valueOf(ignored),
                            null,
                            JsonTree.text(item, "advertiseTrustStoreCaNames")));
                }
            }
        }
        String attributes = P + "listener-attributes." + listener.protocol() + "-" + listener.port();
        annotations
                .pairs(attributes)
                .forEach((key, value) -> listener.attributes().add(new Attribute(key, value)));
    }
}
