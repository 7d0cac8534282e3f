package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import org.jspecify.annotations.Nullable;

/** What annotations of an Ingress say that no load balancer does, with what does it instead. */
final class UnusedIngressAnnotations {
    private UnusedIngressAnnotations() {}

    static void say(IngressSource source) {
        for (String key : source.annotations().unread()) {
            boolean known = key.startsWith(NginxAnnotations.PREFIX)
                    || key.startsWith(Annotations.ALB_PREFIX)
                    || key.startsWith("traefik.")
                    || key.contains("ingress");
            boolean off = "false".equals(source.annotations().take(key));
            if (known && !off) {
                String name = key.substring(key.indexOf('/') + 1);
                source.annotations()
                        .find(FindingCode.INGRESS_ANNOTATION, "a load balancer has no " + name, wayOut(name), key);
            } else {
                source.annotations()
                        .find(
                                FindingCode.METADATA_LEFT_OUT,
                                "nothing in AWS reads " + key + "; not written",
                                of(key),
                                key);
            }
        }
    }

    private static @Nullable String of(String key) {
        if (key.startsWith("cert-manager.io/") || key.startsWith("acme.")) {
            return "AWS Certificate Manager renews certificates by itself";
        }
        return key.startsWith("external-dns.")
                ? "add an alias record for the load balancer to the hosted zone in Route 53"
                : null;
    }

    private static @Nullable String wayOut(String name) {
        if (name.startsWith("proxy-body") || name.startsWith("client-body") || name.startsWith("client-max")) {
            return "it passes bodies of any size on to tasks; let the application limit them, or an AWS WAF rule";
        }
        if (name.startsWith("proxy-")) {
            return "it has one idle timeout and buffers nothing; let the application do what is needed";
        }
        if (name.startsWith("enable-cors") || name.startsWith("cors-")) {
            return "let the application answer preflight requests, or set the listener's response headers:"
                    + " routing.http.response.access_control_allow_origin.header_value";
        }
        if (name.startsWith("auth-")) {
            return "use authenticate-oidc or authenticate-cognito in the rule; basic authentication belongs into the"
                    + " application";
        }
        if (name.startsWith("limit-") || name.startsWith("modsecurity") || name.contains("owasp")) {
            return "associate an AWS WAF web ACL with a rate-based rule or managed rules";
        }
        if (name.contains("snippet") || name.contains("lua") || name.startsWith("configuration")) {
            return "run nginx as a container of the task where its configuration is needed";
        }
        if (name.startsWith("canary")) {
            return "forward to two target groups with weights in one rule";
        }
        if (name.contains("www-redirect")) {
            return "add a rule for the other host that redirects";
        }
        if (name.contains("middlewares")) {
            return "a rule can redirect and rewrite; what else a middleware does belongs into the application";
        }
        if (name.startsWith("custom-http-errors") || name.startsWith("default-backend")) {
            return "let the application answer errors, or put CloudFront before the load balancer";
        }
        return name.startsWith("target-node") || name.startsWith("multi-cluster")
                ? "ECS registers the tasks of the service, and only those"
                : null;
    }
}
