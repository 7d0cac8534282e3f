package io.github.ecs2k8s.internal.rooms.security;

import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * ECS privileged, readonlyRootFilesystem and dockerSecurityOptions ⇄ Kubernetes securityContext.
 *
 * <p>{@code no-new-privileges} is {@code allowPrivilegeEscalation: false}, which the API server refuses beside
 * {@code privileged}. Docker filters system calls by default, Kubernetes does so where the kubelet is told to; neither is
 * written out (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/security-context/).
 */
public final class SecurityOptions implements ContainerCorrespondence {
    private static final String OPTIONS = "dockerSecurityOptions";
    private static final String SECURITY_CONTEXT = "securityContext";

    @Override
    public Term term() {
        return Term.SECURITY_OPTION;
    }

    @Override
    public List<OwnedField> ecs() {
        String security = "pod.spec.containers[].securityContext.";
        return List.of(
                OwnedField.to("containerDefinitions[].privileged", security + "privileged", "false"),
                OwnedField.to(
                        "containerDefinitions[].readonlyRootFilesystem", security + "readOnlyRootFilesystem", "false"),
                OwnedField.to(
                        "containerDefinitions[].dockerSecurityOptions[]", "pod.spec.containers[].securityContext"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String container = "pod.spec.containers[].securityContext.";
        String pod = "pod.spec.securityContext.";
        List<OwnedField> fields = new ArrayList<>();
        fields.add(OwnedField.to(container + "privileged", "containerDefinitions[].privileged", "false"));
        fields.add(OwnedField.to(
                container + "readOnlyRootFilesystem", "containerDefinitions[].readonlyRootFilesystem", "false"));
        String options = "containerDefinitions[].dockerSecurityOptions";
        fields.add(OwnedField.to(container + "allowPrivilegeEscalation", options, "true"));
        fields.add(OwnedField.nowhere(container + "procMount", "Default"));
        // How volumes get a label that ECS does not give them.
        fields.add(OwnedField.nowhere(pod + "seLinuxChangePolicy", "Recursive"));
        for (String level : List.of(container, pod)) {
            fields.add(OwnedField.to(level + "appArmorProfile.type", options));
            fields.add(OwnedField.to(level + "appArmorProfile.localhostProfile", options));
            for (String member : List.of("user", "role", "type", "level")) {
                fields.add(OwnedField.to(level + "seLinuxOptions." + member, options));
            }
            fields.add(OwnedField.nowhere(level + "seccompProfile.type", "RuntimeDefault"));
            fields.add(OwnedField.nowhere(level + "seccompProfile.localhostProfile"));
        }
        return List.copyOf(fields);
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        if (Boolean.TRUE.equals(from.privileged())) {
            context.securityContext().setPrivileged(true);
        }
        if (Boolean.TRUE.equals(from.readonlyRootFilesystem())) {
            context.securityContext().setReadOnlyRootFilesystem(true);
        }
        List<String> given = from.dockerSecurityOptions();
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (write(given.get(i), i, context)) {
                written.add(i);
            }
        }
        reportRewritten(given, written, context);
    }

    /** Writes one option; false when it could not, and said so. */
    private static boolean write(String option, int index, ContainerToKubernetes context) {
        int end = separator(option);
        String key = option.substring(0, end);
        String value = end == option.length() ? "" : option.substring(end + 1);
        switch (key) {
            case "":
                return false;
            case SecurityOptionTexts.NO_NEW_PRIVILEGES:
                return noNewPrivileges(value, index, context);
            case SecurityOptionTexts.APPARMOR:
                appArmor(value, index, context);
                return true;
            case SecurityOptionTexts.LABEL:
                return label(value, index, context);
            case CredentialSpecNames.SPEC, CredentialSpecNames.DOMAINLESS:
                CredentialSpecNames.write(option, context, OPTIONS, index);
                return false;
            default:
                context.at(OPTIONS, index)
                        .report(
                                FindingCode.SECURITY_OPTION,
                                "security option " + key + " has no counterpart here",
                                key.equals("seccomp")
                                        ? "write securityContext.seccompProfile into the container"
                                        : null);
                return false;
        }
    }

    /** What would come back in another order or spelling means the same, but is not what was given. */
    private static void reportRewritten(List<String> given, List<Integer> written, ContainerToKubernetes context) {
        if (written.isEmpty()) {
            return;
        }
        SecurityContext made = context.container().getSecurityContext();
        List<String> back = SecurityOptionTexts.options(
                made == null ? new SecurityContext() : made,
                new PodSecurityContext(),
                context.task()
                        .template()
                        .getMetadata()
                        .getAnnotations()
                        .get(SecurityOptionTexts.APPARMOR_ANNOTATION + context.name()));
        int place = 0;
        for (int index : written) {
            int found = back.subList(place, back.size()).indexOf(given.get(index));
            if (found >= 0) {
                place += found + 1;
            } else {
                context.at(OPTIONS, index)
                        .report(
                                FindingCode.SECURITY_OPTION_REWRITTEN,
                                "\"" + given.get(index) + "\" is written in another form or order");
            }
        }
    }

    /** Docker takes a colon or an equals sign between key and value. */
    private static int separator(String option) {
        for (int i = 0; i < option.length(); i++) {
            if (option.charAt(i) == ':' || option.charAt(i) == '=') {
                return i;
            }
        }
        return option.length();
    }

    private static boolean noNewPrivileges(String value, int index, ContainerToKubernetes context) {
        if (value.equals("false")) {
            context.at(OPTIONS, index)
                    .report(
                            FindingCode.SECURITY_OPTION_REWRITTEN,
                            "not written: processes can gain privileges by default, as with Docker");
            return false;
        }
        if (context.isPrivileged()) {
            context.at(OPTIONS, index)
                    .report(
                            FindingCode.SECURITY_CONFLICT,
                            "not written: a Pod refuses allowPrivilegeEscalation: false beside privileged",
                            "give the container the capabilities it needs instead of privileged");
            return false;
        }
        context.securityContext().setAllowPrivilegeEscalation(false);
        return true;
    }

    private static void appArmor(String profile, int index, ContainerToKubernetes context) {
        String type = switch (profile) {
            case "unconfined" -> "Unconfined";
            case "docker-default", "" -> "RuntimeDefault";
            default -> "Localhost";
        };
        boolean own = type.equals("Localhost");
        if (context.target().version().atLeast(30)) {
            context.securityContext().setAppArmorProfile(new AppArmorProfile(own ? profile : null, type));
        } else {
            String named = type.equals("Unconfined") ? "unconfined" : "runtime/default";
            context.task()
                    .annotate(
                            SecurityOptionTexts.APPARMOR_ANNOTATION + context.name(),
                            own ? "localhost/" + profile : named);
        }
        if (own) {
            context.at(OPTIONS, index)
                    .report(
                            FindingCode.APPARMOR_PROFILE,
                            "the Pod starts only on nodes that have loaded the AppArmor profile " + profile,
                            "load it with a DaemonSet; Amazon Linux and Bottlerocket have SELinux and no AppArmor");
        }
    }

    private static boolean label(String value, int index, ContainerToKubernetes context) {
        int end = separator(value);
        String rest = end == value.length() ? "" : value.substring(end + 1);
        SELinuxOptions label = context.securityContext().getSeLinuxOptions();
        label = label == null ? new SELinuxOptions() : label;
        switch (value.substring(0, end)) {
            case "user" -> label.setUser(rest);
            case "role" -> label.setRole(rest);
            case "type" -> label.setType(rest);
            case "level" -> label.setLevel(rest);
            case SecurityOptionTexts.DISABLE -> label.setType(SecurityOptionTexts.UNCONFINED_TYPE);
            default -> {
                context.at(OPTIONS, index).report(FindingCode.SECURITY_OPTION, "no part of an SELinux label: " + value);
                return false;
            }
        }
        context.securityContext().setSeLinuxOptions(label);
        return true;
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        SecurityContext own = from.getSecurityContext() == null ? new SecurityContext() : from.getSecurityContext();
        PodSecurityContext pod = context.pod().pod().getSecurityContext();
        pod = pod == null ? new PodSecurityContext() : pod;
        to.privileged(Boolean.TRUE.equals(own.getPrivileged()) ? Boolean.TRUE : null);
        to.readonlyRootFilesystem(Boolean.TRUE.equals(own.getReadOnlyRootFilesystem()) ? Boolean.TRUE : null);
        Map<String, String> annotations = context.pod().template().getMetadata().getAnnotations();
        List<String> options = SecurityOptionTexts.options(
                own,
                pod,
                annotations == null ? null : annotations.get(SecurityOptionTexts.APPARMOR_ANNOTATION + from.getName()));
        if (!options.isEmpty()) {
            to.dockerSecurityOptions(options);
        }
        sayForAll(pod.getAppArmorProfile() != null, "appArmorProfile", context);
        sayForAll(pod.getSeLinuxOptions() != null, "seLinuxOptions", context);
        report(own, own.getSeccompProfile() == null ? pod.getSeccompProfile() : own.getSeccompProfile(), context);
    }

    private static void sayForAll(boolean given, String field, ContainerToEcs context) {
        if (given) {
            context.pod()
                    .at("spec", SECURITY_CONTEXT, field)
                    .report(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            "every container definition has security options of its own");
        }
    }

    private static void report(SecurityContext own, @Nullable SeccompProfile seccomp, ContainerToEcs context) {
        if (seccomp != null && !"RuntimeDefault".equals(seccomp.getType())) {
            context.at(SECURITY_CONTEXT, "seccompProfile")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS takes no seccomp profile; the container gets Docker's");
        }
        PodSecurityContext pod = context.pod().pod().getSecurityContext();
        if (pod != null && "MountOption".equals(pod.getSeLinuxChangePolicy())) {
            context.pod()
                    .at("spec", SECURITY_CONTEXT, "seLinuxChangePolicy")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS labels no volumes",
                            "label their files before they are mounted");
        }
        if (own.getProcMount() != null && !own.getProcMount().equals("Default")) {
            context.at(SECURITY_CONTEXT, "procMount")
                    .report(FindingCode.NO_ECS_COUNTERPART, "ECS always masks parts of /proc");
        }
    }
}
