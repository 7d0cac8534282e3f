package io.github.ecs2k8s.internal.rooms.logging;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.FirelensConfiguration;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS firelensConfiguration ⇄ Kubernetes native sidecar with a ConfigMap: the log router is kept, with the configuration
 * that the ECS agent would have generated for it, see {@link LogRouterConfiguration}. Back comes only the router's type.
 *
 * <p>What is missing in a Pod is the log driver that feeds it: only what a program sends to port 24224 itself arrives
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html).
 */
public final class FireLens implements TaskCorrespondence {
    private static final String FIELD = "firelensConfiguration";
    private static final String FLUENT_BIT = "/fluent-bit/etc/fluent-bit.conf";
    private static final String FLUENTD = "/fluentd/etc/fluent.conf";

    @Override
    public Term term() {
        return Term.FIRELENS;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].firelensConfiguration.type", "ConfigMap.data"),
                OwnedField.to("containerDefinitions[].firelensConfiguration.options{}", "ConfigMap.data"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (ContainerToKubernetes container : context.containers()) {
            FirelensConfiguration configuration = container.definition().firelensConfiguration();
            if (configuration != null) {
                configure(configuration, container, context);
            }
        }
    }

    private static void configure(
            FirelensConfiguration configuration, ContainerToKubernetes router, TaskToKubernetes context) {
        boolean fluentd = LogRouter.isFluentd(configuration);
        String path = fluentd ? FLUENTD : FLUENT_BIT;
        String file = path.substring(path.lastIndexOf('/') + 1);
        String wanted = context.facts().workloadName() + "-" + router.name();
        String name = context.bundle().names("ConfigMap").unique(Names.dnsLabel(wanted), wanted);
        context.bundle().add(configMap(name, file, LogRouterConfiguration.of(configuration, context)));
        mount(name, path, file, router);
        secrets(router, context);
        address(context);
        say(configuration, name, file, router);
        for (ContainerToKubernetes client : LogRouter.clients(context)) {
            LogClientFindings.say(client, fluentd);
        }
    }

    private static void say(
            FirelensConfiguration configuration, String configMap, String file, ContainerToKubernetes router) {
        boolean metadata = LogRouter.addsMetadata(configuration);
        router.at(FIELD)
                .report(
                        FindingCode.FIRELENS_ROUTER,
                        "log router " + router.name() + " is kept; the configuration ECS would generate is ConfigMap "
                                + configMap
                                + (metadata ? ", without ECS metadata" : ""),
                        metadata
                                ? "for fields of your own, add a filter "
                                        + (LogRouter.isFluentd(configuration)
                                                ? "record_transformer"
                                                : "record_modifier")
                                        + " to the ConfigMap"
                                : null);
        String s3 = LogRouter.fileInS3(configuration);
        if (s3 != null) {
            router.at(FIELD, "options", "config-file-value")
                    .report(
                            FindingCode.FIRELENS_FILE,
                            "the file in S3 is not fetched and not included",
                            "put what aws s3 cp "
                                    + Shell.word(
                                            "s3://" + s3.substring(s3.indexOf(":::") < 0 ? 0 : s3.indexOf(":::") + 3))
                                    + " - prints into " + file + " in ConfigMap " + configMap);
        }
    }

    private static ConfigMap configMap(String name, String file, String text) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        Map<String, String> data = new LinkedHashMap<>();
        data.put(file, text);
        ConfigMap configMap = new ConfigMap();
        configMap.setMetadata(metadata);
        configMap.setData(data);
        return configMap;
    }

    /** Only the one file, so that what else the image has in that folder stays. */
    private static void mount(String configMap, String path, String file, ContainerToKubernetes router) {
        String original = "firelens/" + router.name();
        String name = router.task().facts().addedVolumeName(Names.dnsLabel(original), original);
        ConfigMapVolumeSource source = new ConfigMapVolumeSource();
        source.setName(configMap);
        Volume volume = new Volume();
        volume.setName(name);
        volume.setConfigMap(source);
        router.task().addVolume(volume);
        VolumeMount mount = new VolumeMount();
        mount.setName(name);
        mount.setMountPath(path);
        mount.setSubPath(file);
        mount.setReadOnly(true);
        router.container().getVolumeMounts().add(mount);
    }

    /** Secret options of the containers' logs are variables of the router, where its configuration names them. */
    private static void secrets(ContainerToKubernetes router, TaskToKubernetes context) {
        for (ContainerToKubernetes client : LogRouter.clients(context)) {
            List<Secret> options = client.definition().logConfiguration().secretOptions();
            for (int i = 0; i < options.size(); i++) {
                String name = options.get(i).name();
                String valueFrom = options.get(i).valueFrom();
                SecretReference reference = valueFrom == null ? null : SecretReference.parse(valueFrom);
                if (name == null || reference == null) {
                    client.at("logConfiguration", "secretOptions", i)
                            .report(
                                    FindingCode.SECRET_REFERENCE,
                                    "neither a Secrets Manager secret nor a parameter; the option has no value");
                    continue;
                }
                String variable = LogRouter.variable(name, client);
                SecretDemands.Demand demand = context.bundle().secrets().of(reference);
                demand.firstAskedAt(
                        context.node(),
                        "containerDefinitions",
                        client.index(),
                        "logConfiguration",
                        "secretOptions",
                        i,
                        "valueFrom");
                router.container().getEnv().add(secret(variable, demand.name(), demand.key(variable, reference)));
            }
        }
    }

    private static EnvVar secret(String variable, String name, String key) {
        SecretKeySelector selector = new SecretKeySelector();
        selector.setName(name);
        selector.setKey(key);
        EnvVarSource source = new EnvVarSource();
        source.setSecretKeyRef(selector);
        EnvVar env = new EnvVar();
        env.setName(variable);
        env.setValueFrom(source);
        return env;
    }

    /** ECS tells programs where the router listens; a Pod's containers share localhost. */
    private static void address(TaskToKubernetes context) {
        for (ContainerToKubernetes client : LogRouter.clients(context)) {
            add("FLUENT_HOST", "127.0.0.1", client.container());
            add("FLUENT_PORT", "24224", client.container());
        }
    }

    private static void add(String name, String value, Container to) {
        for (EnvVar present : to.getEnv()) {
            if (name.equals(present.getName())) {
                return;
            }
        }
        EnvVar variable = new EnvVar();
        variable.setName(name);
        variable.setValue(value);
        to.getEnv().add(variable);
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        for (ContainerToEcs container : context.containers()) {
            List<VolumeMount> mounts = container.container().getVolumeMounts();
            for (int i = 0; i < mounts.size(); i++) {
                if (isConfiguration(mounts.get(i).getMountPath())) {
                    readConfiguration(mounts.get(i), i, container);
                }
            }
        }
    }

    private static boolean isConfiguration(@Nullable String path) {
        return FLUENT_BIT.equals(path) || FLUENTD.equals(path);
    }

    private static void readConfiguration(VolumeMount mount, int index, ContainerToEcs container) {
        boolean router = LogRouterConfiguration.servesOnlyItsPod(LogRouter.file(mount, container.pod()));
        if (router) {
            container
                    .definition()
                    .firelensConfiguration(FirelensConfiguration.builder()
                            .type(FLUENTD.equals(mount.getMountPath()) ? "fluentd" : "fluentbit")
                            .build());
        }
        container.pod().resolveVolume(mount.getName());
        container
                .at("volumeMounts", index)
                .report(
                        FindingCode.FIRELENS_CONFIGURATION,
                        router
                                ? "ECS generates the log router's configuration; filters and outputs of the file are left out"
                                : mount.getMountPath() + " is left out: ECS mounts no ConfigMap",
                        router
                                ? "write each output as options of a logConfiguration with the driver awsfirelens"
                                : "build the file into the image");
    }
}
