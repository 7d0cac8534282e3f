package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Action of a listener or of one of its rules
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html).
 */
@WithBuilder
public record ListenerAction(
        @Nullable String type,
        @Nullable String targetGroupArn,
        @Nullable AuthenticateOidc authenticateOidcConfig,
        @Nullable AuthenticateCognito authenticateCognitoConfig,
        @Nullable Integer order,
        @Nullable Redirect redirectConfig,
        @Nullable FixedResponse fixedResponseConfig,
        @Nullable Forward forwardConfig,
        @Nullable JwtValidation jwtValidationConfig) {

    /** Sign-in through an OpenID Connect provider. The client secret must never be written anywhere. */
    @WithBuilder
    public record AuthenticateOidc(
            @Nullable String issuer,
            @Nullable String authorizationEndpoint,
            @Nullable String tokenEndpoint,
            @Nullable String userInfoEndpoint,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String sessionCookieName,
            @Nullable String scope,
            @Nullable Long sessionTimeout,
            Map<String, String> authenticationRequestExtraParams,
            @Nullable String onUnauthenticatedRequest,
            @Nullable Boolean useExistingClientSecret) {

        public AuthenticateOidc {
            authenticationRequestExtraParams = Copies.of(authenticationRequestExtraParams);
        }
    }

    /** Sign-in through an Amazon Cognito user pool. */
    @WithBuilder
    public record AuthenticateCognito(
            @Nullable String userPoolArn,
            @Nullable String userPoolClientId,
            @Nullable String userPoolDomain,
            @Nullable String sessionCookieName,
            @Nullable String scope,
            @Nullable Long sessionTimeout,
            Map<String, String> authenticationRequestExtraParams,
            @Nullable String onUnauthenticatedRequest) {

        public AuthenticateCognito {
            authenticationRequestExtraParams = Copies.of(authenticationRequestExtraParams);
        }
    }

    /** Redirect; {@code #{host}}, {@code #{path}} and the like keep the part of the request. */
    public record Redirect(
            @Nullable String protocol,
            @Nullable String port,
            @Nullable String host,
            @Nullable String path,
            @Nullable String query,
            @Nullable String statusCode) {}

    /** Response that the load balancer gives by itself. */
    public record FixedResponse(
            @Nullable String messageBody,
            @Nullable String statusCode,
            @Nullable String contentType) {}

    /** Target groups that share the requests by weight. */
    public record Forward(
            List<TargetGroupTuple> targetGroups, @Nullable Stickiness targetGroupStickinessConfig) {

        public Forward {
            targetGroups = Copies.of(targetGroups);
        }
    }

    /** Target group with its weight, from 0 to 999. */
    public record TargetGroupTuple(
            @Nullable String targetGroupArn, @Nullable Integer weight) {}

    /** Whether a client stays with the target group it reached first. */
    public record Stickiness(
            @Nullable Boolean enabled, @Nullable Integer durationSeconds) {}

    /** Check of a JSON Web Token. */
    public record JwtValidation(
            @Nullable String jwksEndpoint, @Nullable String issuer, List<Claim> additionalClaims) {

        public JwtValidation {
            additionalClaims = Copies.of(additionalClaims);
        }
    }

    /** Claim that a token must have. */
    public record Claim(@Nullable String format, @Nullable String name, List<String> values) {

        public Claim {
            values = Copies.of(values);
        }
    }

    /** Whether the listener answers by itself: a redirect or a fixed response that says how. */
    public boolean answersItself() {
        return "redirect".equals(type) && redirectConfig != null
                || "fixed-response".equals(type) && fixedResponseConfig != null;
    }
}
