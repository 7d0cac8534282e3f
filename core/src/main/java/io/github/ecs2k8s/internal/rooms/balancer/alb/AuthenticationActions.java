package io.github.ecs2k8s.internal.rooms.balancer.alb;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.AuthenticateCognito;
import io.github.ecs2k8s.ecs.resource.ListenerAction.AuthenticateOidc;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Claim;
import io.github.ecs2k8s.ecs.resource.ListenerAction.JwtValidation;
import io.github.ecs2k8s.ecs.resource.ListenerActionAuthenticateCognitoBuilder;
import io.github.ecs2k8s.ecs.resource.ListenerActionAuthenticateOidcBuilder;
import io.github.ecs2k8s.ecs.resource.ListenerActionBuilder;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.setting.AnnotationJson;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.source.JsonPrinter;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * authenticate-oidc, authenticate-cognito and jwt-validation ⇄ annotations of an Ingress, which apply to all of its HTTPS
 * rules; rules that are checked differently therefore stand in different Ingresses of one group
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#authentication).
 *
 * <p>Client id and client secret are read from a Secret, so that neither is written in an annotation.
 */
public final class AuthenticationActions {
    private static final String P = Annotations.ALB_PREFIX;

    private AuthenticationActions() {}

    /** The annotations of a check; the name of its Secret is left out until {@link #secret} has made it. */
    static Map<String, String> annotations(@Nullable ListenerAction action, String secret) {
        Map<String, String> all = new LinkedHashMap<>();
        if (action == null) {
            return all;
        }
        if (action.authenticateOidcConfig() != null) {
            oidc(action.authenticateOidcConfig(), secret, all);
        } else if (action.authenticateCognitoConfig() != null) {
            cognito(action.authenticateCognitoConfig(), all);
        } else if (action.jwtValidationConfig() != null) {
            all.put(P + "jwt-validation", JsonPrinter.line(jwt(action.jwtValidationConfig())));
        }
        return all;
    }

    private static void oidc(AuthenticateOidc oidc, String secret, Map<String, String> all) {
        Map<String, Object> idp = new LinkedHashMap<>();
        AlbJson.put(idp, "issuer", oidc.issuer());
        AlbJson.put(idp, "authorizationEndpoint", oidc.authorizationEndpoint());
        AlbJson.put(idp, "tokenEndpoint", oidc.tokenEndpoint());
        AlbJson.put(idp, "userInfoEndpoint", oidc.userInfoEndpoint());
        idp.put("secretName", secret);
        parameters(idp, oidc.authenticationRequestExtraParams());
        all.put(P + "auth-type", "oidc");
        all.put(P + "auth-idp-oidc", JsonPrinter.line(idp));
        session(all, oidc.scope(), oidc.sessionCookieName(), oidc.sessionTimeout(), oidc.onUnauthenticatedRequest());
    }

    private static void cognito(AuthenticateCognito cognito, Map<String, String> all) {
        Map<String, Object> idp = new LinkedHashMap<>();
        AlbJson.put(idp, "userPoolARN", cognito.userPoolArn());
        AlbJson.put(idp, "userPoolClientID", cognito.userPoolClientId());
        AlbJson.put(idp, "userPoolDomain", cognito.userPoolDomain());
        parameters(idp, cognito.authenticationRequestExtraParams());
        all.put(P + "auth-type", "cognito");
        all.put(P + "auth-idp-cognito", JsonPrinter.line(idp));
        session(
                all,
                cognito.scope(),
                cognito.sessionCookieName(),
                cognito.sessionTimeout(),
                cognito.onUnauthenticatedRequest());
    }

    private static void parameters(Map<String, Object> idp, Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            idp.put("authenticationRequestExtraParams", parameters);
        }
    }

    private static void session(
            Map<String, String> all,
            @Nullable String scope,
            @Nullable String cookie,
            @Nullable Long timeout,
            @Nullable String unauthenticated) {
        put(all, "auth-scope", scope);
        put(all, "auth-session-cookie", cookie);
        put(all, "auth-session-timeout", timeout == null ? null : timeout.toString());
        put(all, "auth-on-unauthenticated-request", unauthenticated);
    }

    private static void put(Map<String, String> all, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(P + key, value);
        }
    }

    private static Map<String, Object> jwt(JwtValidation jwt) {
        Map<String, Object> tree = new LinkedHashMap<>();
        AlbJson.put(tree, "jwksEndpoint", jwt.jwksEndpoint());
        AlbJson.put(tree, "issuer", jwt.issuer());
        List<Object> claims = new ArrayList<>();
        for (Claim claim : jwt.additionalClaims()) {
            Map<String, Object> written = new LinkedHashMap<>();
            AlbJson.put(written, "format", claim.format());
            AlbJson.put(written, "name", claim.name());
            written.put("values", claim.values());
            claims.add(written);
        }
        if (!claims.isEmpty()) {
            tree.put("additionalClaims", claims);
        }
        return tree;
    }

    /** What the Secret of a check is called in the namespace being written, empty when it needs none. */
    static String secretName(@Nullable ListenerAction action, String balancer, BundleToKubernetes bundle) {
        if (action == null || action.authenticateOidcConfig() == null) {
            return "";
        }
        String client = action.authenticateOidcConfig().issuer() + " "
                + action.authenticateOidcConfig().clientId();
        return bundle.names("Secret").unique(Names.dnsLabel(balancer + "-oidc"), balancer + " " + client);
    }

    /** Writes the Secret, without values, unless it is there already. */
    static void secret(String name, RoutingRule rule, BundleToKubernetes bundle) {
        ListenerAction check = rule.check();
        int index = check == null ? 0 : rule.actions().indexOf(check);
        if (bundle.lookUp("Secret", name) == null) {
            Secret secret = new Secret();
            ObjectMeta metadata = new ObjectMeta();
            metadata.setName(name);
            Map<String, String> annotations = new LinkedHashMap<>();
            annotations.put("ecs2k8s.io/keys", "clientID,clientSecret");
            metadata.setAnnotations(annotations);
            secret.setMetadata(metadata);
            secret.setType("Opaque");
            bundle.add(secret);
        }
        for (String key : List.of("ClientId", "ClientSecret")) {
            if (rule.node()
                            .nearest(rule.actionsKey(), index, "AuthenticateOidcConfig")
                            .child(key)
                    != null) {
                bundle.at(rule.node(), rule.actionsKey(), index, "AuthenticateOidcConfig", key)
                        .report(
                                FindingCode.LISTENER_CLIENT_SECRET,
                                key + " belongs into Secret " + name + ", which is written without values",
                                "kubectl create secret generic " + Shell.word(name)
                                        + " --from-literal=clientID=… --from-literal=clientSecret=…");
            }
        }
    }

    /** The check that annotations ask for; null when they ask for none, or for one that ELB does not know. */
    public static @Nullable ListenerAction read(Annotations annotations) {
        Node jwt = AnnotationJson.parse(annotations.take(P + "jwt-validation"));
        if (jwt != null) {
            return ListenerActionBuilder.builder()
                    .type("jwt-validation")
                    .jwtValidationConfig(jwt(jwt))
                    .build();
        }
        String type = annotations.take(P + "auth-type");
        Node oidc = AnnotationJson.parse(annotations.take(P + "auth-idp-oidc"));
        Node cognito = AnnotationJson.parse(annotations.take(P + "auth-idp-cognito"));
        String scope = annotations.take(P + "auth-scope");
        String cookie = annotations.take(P + "auth-session-cookie");
        Integer seconds = annotations.number(P + "auth-session-timeout");
        Long timeout = seconds == null ? null : seconds.longValue();
        String unauthenticated = annotations.take(P + "auth-on-unauthenticated-request");
        if ("oidc".equals(type) && oidc != null) {
            AuthenticateOidc config = ListenerActionAuthenticateOidcBuilder.builder()
                    .issuer(JsonTree.text(oidc, "issuer"))
                    .authorizationEndpoint(JsonTree.text(oidc, "authorizationEndpoint"))
                    .tokenEndpoint(JsonTree.text(oidc, "tokenEndpoint"))
                    .userInfoEndpoint(JsonTree.text(oidc, "userInfoEndpoint"))
                    .clientId("${OidcClientId}")
                    .clientSecret("${OidcClientSecret}")
                    .sessionCookieName(cookie)
                    .scope(scope)
                    .sessionTimeout(timeout)
                    .authenticationRequestExtraParams(JsonTree.map(oidc, "authenticationRequestExtraParams"))
                    .onUnauthenticatedRequest(unauthenticated)
                    .build();
            annotations.find(
                    FindingCode.SIGN_IN_CLIENT,
                    "client id and secret of Secret " + JsonTree.text(oidc, "secretName")
                            + " are asked for where the listener is created",
                    "give OidcClientId and OidcClientSecret",
                    P + "auth-idp-oidc");
            return ListenerActionBuilder.builder()
                    .type("authenticate-oidc")
                    .authenticateOidcConfig(config)
                    .build();
        }
        if ("cognito".equals(type) && cognito != null) {
            AuthenticateCognito config = ListenerActionAuthenticateCognitoBuilder.builder()
                    .userPoolArn(JsonTree.text(cognito, "userPoolARN"))
                    .userPoolClientId(JsonTree.text(cognito, "userPoolClientID"))
                    .userPoolDomain(JsonTree.text(cognito, "userPoolDomain"))
                    .sessionCookieName(cookie)
                    .scope(scope)
                    .sessionTimeout(timeout)
                    .authenticationRequestExtraParams(JsonTree.map(cognito, "authenticationRequestExtraParams"))
                    .onUnauthenticatedRequest(unauthenticated)
                    .build();
            return ListenerActionBuilder.builder()
                    .type("authenticate-cognito")
                    .authenticateCognitoConfig(config)
                    .build();
        }
        return null;
    }

    private static JwtValidation jwt(Node tree) {
        List<Claim> claims = new ArrayList<>();
        for (Node claim : JsonTree.items(tree, "additionalClaims")) {
            claims.add(new Claim(
                    JsonTree.text(claim, "format"), JsonTree.text(claim, "name"), JsonTree.texts(claim, "values")));
        }
        return new JwtValidation(JsonTree.text(tree, "jwksEndpoint"), JsonTree.text(tree, "issuer"), claims);
    }
}
