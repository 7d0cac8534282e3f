package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;

/** The fields of the actions that a listener and a rule have in common. */
final class ActionFields {
    private ActionFields() {}

    /**
     * The fields.
     *
     * @param actions the list they are in
     * @param backend where they go
     */
    static List<OwnedField> owned(String actions, String backend) {
        String annotations = "Ingress.metadata.annotations";
        String redirect = actions + "[].RedirectConfig.";
        String fixed = actions + "[].FixedResponseConfig.";
        String forward = actions + "[].ForwardConfig.";
        List<OwnedField> owned = new ArrayList<>(List.of(
                OwnedField.to(actions + "[].Type", backend),
                OwnedField.to(actions + "[].TargetGroupArn", backend),
                OwnedField.nowhere(actions + "[].Order"),
                OwnedField.to(redirect + "Protocol", annotations, "#{protocol}"),
                OwnedField.to(redirect + "Port", annotations, "#{port}"),
                OwnedField.to(redirect + "Host", annotations, "#{host}"),
                OwnedField.to(redirect + "Path", annotations, "/#{path}"),
                OwnedField.to(redirect + "Query", annotations, "#{query}"),
                OwnedField.to(redirect + "StatusCode", annotations),
                OwnedField.to(fixed + "MessageBody", annotations),
                OwnedField.to(fixed + "StatusCode", annotations),
                OwnedField.to(fixed + "ContentType", annotations, "text/plain"),
                OwnedField.to(forward + "TargetGroups[].TargetGroupArn", backend),
                OwnedField.to(forward + "TargetGroups[].Weight", annotations, "1"),
                OwnedField.to(forward + "TargetGroupStickinessConfig.**", annotations)));
        for (String check : List.of("AuthenticateOidcConfig", "AuthenticateCognitoConfig", "JwtValidationConfig")) {
            owned.add(OwnedField.to(actions + "[]." + check + ".**", annotations));
        }
        return owned;
    }
}
