package io.github.ecs2k8s.internal.rooms.security;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KernelCapabilities;

/**
 * ECS linuxParameters.capabilities ⇄ Kubernetes securityContext.capabilities, by the same names.
 *
 * <p>Both add to and drop from the same set of defaults. Names stand without {@code CAP_}, which a container runtime would
 * put in front a second time (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container).
 */
public final class ContainerCapabilities implements ContainerCorrespondence {
    private static final String PREFIX = "CAP_";

    @Override
    public Term term() {
        return Term.CAPABILITIES;
    }

    @Override
    public List<OwnedField> ecs() {
        String ecs = "containerDefinitions[].linuxParameters.capabilities.";
        String kubernetes = "pod.spec.containers[].securityContext.capabilities.";
        return List.of(
                OwnedField.to(ecs + "add[]", kubernetes + "add"), OwnedField.to(ecs + "drop[]", kubernetes + "drop"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String ecs = "containerDefinitions[].linuxParameters.capabilities.";
        String kubernetes = "pod.spec.containers[].securityContext.capabilities.";
        return List.of(
                OwnedField.to(kubernetes + "add[]", ecs + "add"), OwnedField.to(kubernetes + "drop[]", ecs + "drop"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        KernelCapabilities capabilities =
                from.linuxParameters() == null ? null : from.linuxParameters().capabilities();
        if (capabilities == null) {
            return;
        }
        List<String> add = names("add", capabilities.add(), context);
        List<String> drop = names("drop", capabilities.drop(), context);
        if (!add.isEmpty() || !drop.isEmpty()) {
            context.securityContext().setCapabilities(new Capabilities(add, drop));
        }
    }

    private static List<String> names(String list, List<String> given, ContainerToKubernetes context) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String name = name(given.get(i));
            if (name.isEmpty()) {
                continue;
            }
            if (!name.equals(given.get(i))) {
                context.at("linuxParameters", "capabilities", list, i)
                        .report(FindingCode.NAME_ADJUSTED, "capability \"" + given.get(i) + "\" is written " + name);
            }
            names.add(name);
        }
        return names;
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        Capabilities capabilities = from.getSecurityContext() == null
                ? null
                : from.getSecurityContext().getCapabilities();
        if (capabilities == null || isEmpty(capabilities.getAdd()) && isEmpty(capabilities.getDrop())) {
            return;
        }
        KernelCapabilities.Builder kernel = KernelCapabilities.builder();
        if (!isEmpty(capabilities.getAdd())) {
            kernel.add(namesBack("add", capabilities.getAdd(), context));
        }
        if (!isEmpty(capabilities.getDrop())) {
            kernel.drop(namesBack("drop", capabilities.getDrop(), context));
        }
        context.linuxParameters().capabilities(kernel.build());
    }

    /** Clusters take {@code all} and {@code CAP_CHOWN} too; ECS knows one spelling. */
    private static List<String> namesBack(String list, List<String> given, ContainerToEcs context) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String name = name(given.get(i));
            if (!name.equals(given.get(i))) {
                context.at("securityContext", "capabilities", list, i)
                        .report(FindingCode.NAME_ADJUSTED, "capability \"" + given.get(i) + "\" is written " + name);
            }
            names.add(name);
        }
        return names;
    }

    private static String name(String given) {
        String name = given.toUpperCase(Locale.ROOT);
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    private static boolean isEmpty(@Nullable List<String> list) {
        return list == null || list.isEmpty();
    }
}
