package io.github.ecs2k8s.internal.rooms.security;

import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Security contexts as docker security options, in one fixed order and spelling. */
public final class SecurityOptionTexts {
    /** Before the name of a container: the annotation that named its AppArmor profile before Kubernetes 1.30. */
    static final String APPARMOR_ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

    static final String NO_NEW_PRIVILEGES = "no-new-privileges";
    static final String APPARMOR = "apparmor";
    static final String LABEL = "label";
    static final String DISABLE = "disable";

    /** The SELinux type that Docker runs a container in when its label is disabled: confined by nothing. */
    static final String UNCONFINED_TYPE = "spc_t";

    private SecurityOptionTexts() {}

    /** The security options that say the same as these contexts; what the pod says, the container can say otherwise. */
    static List<String> options(SecurityContext own, PodSecurityContext pod, @Nullable String annotation) {
        List<String> options = new ArrayList<>();
        if (Boolean.FALSE.equals(own.getAllowPrivilegeEscalation())) {
            options.add(NO_NEW_PRIVILEGES);
        }
        addAppArmor(
                own.getAppArmorProfile() == null ? pod.getAppArmorProfile() : own.getAppArmorProfile(),
                annotation,
                options);
        addLabel(own.getSeLinuxOptions() == null ? pod.getSeLinuxOptions() : own.getSeLinuxOptions(), options);
        return options;
    }

    private static void addAppArmor(
            @Nullable AppArmorProfile profile, @Nullable String annotation, List<String> options) {
        String name = null;
        if (profile != null && profile.getType() != null) {
            name = switch (profile.getType()) {
                case "Unconfined" -> "unconfined";
                case "RuntimeDefault" -> "docker-default";
                default -> profile.getLocalhostProfile();
            };
        } else if (annotation != null) {
            name = switch (annotation) {
                case "unconfined" -> annotation;
                case "runtime/default" -> "docker-default";
                default -> annotation.substring(annotation.indexOf('/') + 1);
            };
        }
        if (name != null) {
            options.add(APPARMOR + ":" + name);
        }
    }

    private static void addLabel(@Nullable SELinuxOptions label, List<String> options) {
        if (label == null) {
            return;
        }
        addLabelPart("user", label.getUser(), options);
        addLabelPart("role", label.getRole(), options);
        if (UNCONFINED_TYPE.equals(label.getType())) {
            options.add(LABEL + ":" + DISABLE);
        } else {
            addLabelPart("type", label.getType(), options);
        }
        addLabelPart("level", label.getLevel(), options);
    }

    private static void addLabelPart(String part, @Nullable String value, List<String> options) {
        if (value != null && !value.isEmpty()) {
            options.add(LABEL + ":" + part + ":" + value);
        }
    }

    /** Whether an annotation of the Pod names an AppArmor profile, as it was done before Kubernetes 1.30. */
    public static boolean isAppArmor(String annotation) {
        return annotation.startsWith(APPARMOR_ANNOTATION);
    }
}
