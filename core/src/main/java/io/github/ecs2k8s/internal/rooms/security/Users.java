package io.github.ecs2k8s.internal.rooms.security;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.WindowsSecurityContextOptions;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * ECS user ⇄ Kubernetes runAsUser and runAsGroup; on Windows ⇄ runAsUserName.
 *
 * <p>ECS takes {@code user}, {@code user:group} and numbers in place of either; a Pod takes numbers only. {@code root} is 0
 * everywhere; any other name means what the image's own files say, so it is never guessed
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/security-context/).
 */
public final class Users implements ContainerCorrespondence {
    private static final String USER = "user";
    private static final String SECURITY_CONTEXT = "securityContext";
    private static final long NO_ID = -1;

    @Override
    public Term term() {
        return Term.USER;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to("containerDefinitions[].user", "pod.spec.containers[].securityContext.runAsUser"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String user = "containerDefinitions[].user";
        String container = "pod.spec.containers[].securityContext.";
        String pod = "pod.spec.securityContext.";
        return List.of(
                OwnedField.to(container + "runAsUser", user),
                OwnedField.to(container + "runAsGroup", user),
                OwnedField.nowhere(container + "runAsNonRoot", "false"),
                OwnedField.to(container + "windowsOptions.runAsUserName", user),
                OwnedField.to(pod + "runAsUser", user),
                OwnedField.to(pod + "runAsGroup", user),
                OwnedField.nowhere(pod + "runAsNonRoot", "false"),
                OwnedField.to(pod + "windowsOptions.runAsUserName", user),
                OwnedField.nowhere(pod + "fsGroup"),
                OwnedField.nowhere(pod + "fsGroupChangePolicy", "Always"),
                OwnedField.nowhere(pod + "supplementalGroups[]"),
                OwnedField.nowhere(pod + "supplementalGroupsPolicy", "Merge"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        String given = from.user();
        if (given == null) {
            return;
        }
        if (context.task().facts().windows()) {
            context.windowsOptions().setRunAsUserName(given);
            return;
        }
        int colon = given.indexOf(':');
        String user = colon < 0 ? given : given.substring(0, colon);
        String group = colon < 0 ? "" : given.substring(colon + 1);
        long uid = id(user);
        if (isNumber(user) && uid == NO_ID || isNumber(group) && id(group) == NO_ID) {
            context.at(USER)
                    .report(FindingCode.INVALID_VALUE, "\"" + given + "\" is not written: ids go from 0 to 2147483647");
            return;
        }
        if (uid == NO_ID) {
            context.at(USER)
                    .report(
                            FindingCode.USER_NAME,
                            "a Pod takes user ids, not names; the container runs as the user its image names, not as "
                                    + user,
                            "write the id, as docker run --rm --entrypoint id " + from.image() + " -u " + user
                                    + " prints it");
            return;
        }
        context.securityContext().setRunAsUser(uid);
        long gid = id(group);
        if (gid != NO_ID) {
            context.securityContext().setRunAsGroup(gid);
        }
        if (gid == NO_ID && !group.isEmpty()) {
            context.at(USER)
                    .report(
                            FindingCode.GROUP_NAME,
                            "a Pod takes group ids, not names; " + group + " is left out",
                            "write the id, as docker run --rm --entrypoint getent " + from.image() + " group " + group
                                    + " prints it");
        } else if (!text(uid, gid == NO_ID ? null : gid).equals(given)) {
            context.at(USER)
                    .report(
                            FindingCode.USER_AS_NUMBER,
                            "\"" + given + "\" is written as " + text(uid, gid == NO_ID ? null : gid));
        }
    }

    /** The id a user or group stands for, if the text alone tells. */
    private static long id(String text) {
        if (text.equals("root")) {
            return 0;
        }
        // The longest that cannot overflow; the kernel's and Kubernetes' limit is shorter.
        if (!isNumber(text) || text.length() > 18) {
            return NO_ID;
        }
        long id = Long.parseLong(text);
        return id > Integer.MAX_VALUE ? NO_ID : id;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String text(long uid, @Nullable Long gid) {
        return gid == null ? Long.toString(uid) : uid + ":" + gid;
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        SecurityContext own = from.getSecurityContext() == null ? new SecurityContext() : from.getSecurityContext();
        PodSecurityContext pod = context.pod().pod().getSecurityContext();
        pod = pod == null ? new PodSecurityContext() : pod;
        Long uid = own.getRunAsUser() == null ? pod.getRunAsUser() : own.getRunAsUser();
        Long gid = own.getRunAsGroup() == null ? pod.getRunAsGroup() : own.getRunAsGroup();
        String windowsUser = windowsUser(own.getWindowsOptions(), pod.getWindowsOptions());
        if (context.pod().windows()) {
            to.user(windowsUser);
            sayOtherSystem("runAsUser", own.getRunAsUser() != null, pod.getRunAsUser() != null, context);
            sayOtherSystem("runAsGroup", own.getRunAsGroup() != null, pod.getRunAsGroup() != null, context);
            sayForAll(pod.getWindowsOptions() != null, "windowsOptions", context);
            reportGroups(pod, context);
            return;
        }
        sayOtherSystem(
                "windowsOptions",
                windowsUser(own.getWindowsOptions(), null) != null,
                windowsUser(null, pod.getWindowsOptions()) != null,
                context);
        sayForAll(pod.getRunAsUser() != null, "runAsUser", context);
        sayForAll(pod.getRunAsGroup() != null, "runAsGroup", context);
        if (uid != null) {
            to.user(text(uid, gid));
        } else if (gid != null) {
            context.at(SECURITY_CONTEXT, "runAsGroup")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS takes a group only together with a user; group " + gid + " is left out",
                            "give the user too: uid:" + gid);
        }
        Boolean nonRoot = own.getRunAsNonRoot() == null ? pod.getRunAsNonRoot() : own.getRunAsNonRoot();
        if (Boolean.TRUE.equals(nonRoot) && uid == null) {
            context.at(SECURITY_CONTEXT, "runAsNonRoot")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS does not check that the image's user is not root",
                            "name the user: \"user\": \"1000\"");
        }
        reportGroups(pod, context);
    }

    /** What the kubelet ignores on the other operating system. */
    private static void sayOtherSystem(String field, boolean own, boolean pods, ContainerToEcs context) {
        String message = "means nothing to containers of this operating system; it is left out";
        if (own) {
            context.at(SECURITY_CONTEXT, field).report(FindingCode.NO_ECS_COUNTERPART, message);
        }
        if (pods) {
            context.pod().at("spec", SECURITY_CONTEXT, field).report(FindingCode.NO_ECS_COUNTERPART, message);
        }
    }

    private static void sayForAll(boolean given, String field, ContainerToEcs context) {
        if (given) {
            context.pod()
                    .at("spec", SECURITY_CONTEXT, field)
                    .report(FindingCode.SAME_IN_ANOTHER_PLACE, "every container definition has a user of its own");
        }
    }

    private static @Nullable String windowsUser(
            @Nullable WindowsSecurityContextOptions own, @Nullable WindowsSecurityContextOptions pod) {
        if (own != null && own.getRunAsUserName() != null) {
            return own.getRunAsUserName();
        }
        return pod == null ? null : pod.getRunAsUserName();
    }

    /** Said for every container, kept once: all say it of the same place. */
    private static void reportGroups(PodSecurityContext pod, ContainerToEcs context) {
        if (pod.getFsGroup() != null) {
            context.pod()
                    .at("spec", SECURITY_CONTEXT, "fsGroup")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            "ECS does not change the group of a volume's files",
                            "use an EFS access point with a POSIX user, or chgrp in the entrypoint");
        }
        if (pod.getSupplementalGroups() != null && !pod.getSupplementalGroups().isEmpty()) {
            context.pod()
                    .at("spec", SECURITY_CONTEXT, "supplementalGroups")
                    .report(FindingCode.NO_ECS_COUNTERPART, "ECS gives a container one group");
        }
    }
}
