package io.github.ecs2k8s.internal.rooms.environment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.EnvironmentFile;

/**
 * ECS environmentFiles ⇄ Kubernetes envFrom with a ConfigMap: filled when the file lies beside the input.
 *
 * <p>Where the contents are not known, no ConfigMap is written: an empty one would let the container start without its
 * variables, whereas a missing one makes the Pod wait, by name, until somebody creates it. On both sides single variables
 * win over files (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/).
 */
public final class EnvironmentFiles implements ContainerCorrespondence {
    private static final String SOURCE = "ecs2k8s.io/source";

    @Override
    public Term term() {
        return Term.ENVIRONMENT_FILE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("containerDefinitions[].environmentFiles[].value", "pod.spec.containers[].envFrom[]"),
                OwnedField.to(
                        "containerDefinitions[].environmentFiles[].type", "pod.spec.containers[].envFrom[]", "s3"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to(
                        "pod.spec.containers[].envFrom[].configMapRef.name",
                        "containerDefinitions[].environmentFiles[].value"),
                OwnedField.nowhere("pod.spec.containers[].envFrom[].configMapRef.optional", "false"),
                OwnedField.to("pod.spec.containers[].envFrom[].prefix", "containerDefinitions[].environment[].name"),
                OwnedField.resolved("ConfigMap.data{}", "containerDefinitions[].environment[].value"),
                OwnedField.resolved("ConfigMap.binaryData{}", "containerDefinitions[].environment[].value"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        List<EnvironmentFile> files = from.environmentFiles();
        // ECS takes a name from the first file that has it, Kubernetes from the last source: the order is reversed.
        for (int i = files.size() - 1; i >= 0; i--) {
            String value = files.get(i).value();
            if (value == null) {
                continue;
            }
            String file = value.substring(value.lastIndexOf('/') + 1);
            String wanted = context.task().facts().workloadName() + "-" + file;
            String name = context.task().bundle().names("ConfigMap").unique(Names.dnsLabel(wanted), value);
            to.getEnvFrom().add(reference(name));
            String contents =
                    context.task().bundle().source().environmentFiles().get(file);
            if (contents == null) {
                context.at("environmentFiles", i)
                        .report(
                                FindingCode.ENVIRONMENT_FILE_UNKNOWN,
                                "the contents of " + file + " are not known; the Pod waits for ConfigMap " + name,
                                "aws s3 cp " + Shell.word(url(value))
                                        + " . and convert again with the file beside the input, or kubectl create"
                                        + " configmap " + name + " --from-env-file=" + Shell.word(file));
            } else if (context.task().bundle().lookUp("ConfigMap", name) == null) {
                context.task().bundle().add(configMap(name, value, contents, i, context));
            }
        }
    }

    private static String url(String arn) {
        int bucket = arn.indexOf(":::");
        return bucket < 0 ? arn : "s3://" + arn.substring(bucket + 3);
    }

    private static EnvFromSource reference(String name) {
        ConfigMapEnvSource configMap = new ConfigMapEnvSource();
        configMap.setName(name);
        EnvFromSource source = new EnvFromSource();
        source.setConfigMapRef(configMap);
        return source;
    }

    private static ConfigMap configMap(
            String name, String value, String contents, int index, ContainerToKubernetes context) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(SOURCE, value);
        metadata.setAnnotations(annotations);
        ConfigMap configMap = new ConfigMap();
        configMap.setMetadata(metadata);
        configMap.setData(variables(contents, index, context));
        return configMap;
    }

    /** Lines {@code KEY=VALUE}, taken literally; empty lines and lines that begin with {@code #} say nothing. */
    private static Map<String, String> variables(String contents, int index, ContainerToKubernetes context) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : contents.split("\r?\n", -1)) {
            int equals = line.indexOf('=');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String name = equals < 0 ? line : line.substring(0, equals);
            if (equals > 0 && Names.isEnvName(name) && Names.isConfigMapKey(name)) {
                variables.put(name, line.substring(equals + 1));
            } else {
                context.at("environmentFiles", index, "value")
                        .report(
                                FindingCode.ENVIRONMENT_FILE_LINE,
                                "a line of the file is not NAME=VALUE with a name that Kubernetes takes; it is left out");
            }
        }
        return variables;
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        List<EnvironmentFile> files = new ArrayList<>();
        for (int i = 0; i < from.getEnvFrom().size(); i++) {
            ConfigMapEnvSource source = from.getEnvFrom().get(i).getConfigMapRef();
            if (source == null) {
                continue; // a Secret, which has a room of its own
            }
            LocatedObject found = context.pod().lookUp("ConfigMap", source.getName());
            String arn = found == null ? null : source(found.object());
            if (found != null) {
                context.pod().use(found.object());
            }
            if (arn != null) {
                files.add(EnvironmentFile.builder().value(arn).type("s3").build());
            } else if (found != null) {
                sayInlined(from.getEnvFrom().get(i), i, context);
            } else {
                sayUnknown(source, i, context);
            }
        }
        if (!files.isEmpty()) {
            Collections.reverse(files);
            to.environmentFiles(files);
        }
    }

    private static @Nullable String source(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? null : annotations.get(SOURCE);
    }

    private static void sayInlined(EnvFromSource source, int index, ContainerToEcs context) {
        if (!context.environment().variables(source).isEmpty()) {
            context.at("envFrom", index)
                    .report(
                            FindingCode.ENVIRONMENT_INLINED,
                            "the variables of ConfigMap "
                                    + source.getConfigMapRef().getName()
                                    + " are written with the values they have in the input");
            context.environment().variables(source).forEach((name, value) -> {
                if (PlainCredentials.looksLikeOne(name, value)) {
                    PlainCredentials.report(name, context.at("envFrom", index));
                }
            });
        } else {
            context.at("envFrom", index).resolved();
        }
    }

    private static void sayUnknown(ConfigMapEnvSource source, int index, ContainerToEcs context) {
        if (Boolean.TRUE.equals(source.getOptional())) {
            context.at("envFrom", index)
                    .report(
                            FindingCode.OPTIONAL_SOURCE,
                            "ConfigMap " + source.getName()
                                    + " is optional and not in the input; its variables are left out");
            return;
        }
        context.at("envFrom", index)
                .report(
                        FindingCode.ENVIRONMENT_SOURCE,
                        "ConfigMap " + source.getName() + " is not in the input; its variables are left out",
                        "give it as a further input: kubectl get configmap " + Shell.word(source.getName())
                                + " -o yaml; or upload it to S3 as NAME=VALUE lines and name it under environmentFiles");
    }
}
