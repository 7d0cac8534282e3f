package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.options.KubernetesVersion;
import io.github.ecs2k8s.options.Platform;
import io.github.ecs2k8s.options.Target;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.options.WorkloadKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that shape what comes out; every command that converts takes them. */
final class ConversionOptions {
    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "deployment",
            description = "What a task definition becomes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private WorkloadKind kind = WorkloadKind.DEPLOYMENT;

    @Option(
            names = "--platform",
            paramLabel = "PLATFORM",
            defaultValue = "eks",
            description =
                    "Where the cluster runs: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); nothing of AWS is"
                            + " written for generic.")
    private Platform platform = Platform.EKS;

    @Option(
            names = "--kubernetes-version",
            paramLabel = "VERSION",
            defaultValue = "1.34",
            converter = VersionConverter.class,
            description = "The cluster's version (default: ${DEFAULT-VALUE}); newer forms fall back, with a finding.")
    private KubernetesVersion version = KubernetesVersion.DEFAULT;

    @Option(
            names = "--addon",
            paramLabel = "NAME",
            description = "Something installed in the cluster that gives a better form; may be repeated:"
                    + " ${COMPLETION-CANDIDATES}.")
    private List<Addon> addons = new ArrayList<>();

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            converter = NamespaceConverter.class,
            description = "Written into every object, with a Namespace.")
    private @Nullable String namespace;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "yaml",
            description = "The format of the manifests: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.YAML;

    /** The same as the library takes it. */
    TranslationOptions translation() {
        EnumSet<Addon> installed = EnumSet.noneOf(Addon.class);
        installed.addAll(addons);
        return new TranslationOptions(new Target(platform, version, installed), kind, namespace);
    }

    OutputFormat format() {
        return format;
    }

    /** Reads {@code 1.34}. */
    static final class VersionConverter implements ITypeConverter<KubernetesVersion> {
        @Override
        public KubernetesVersion convert(String value) {
            KubernetesVersion version = KubernetesVersion.parse(value);
            if (version == null) {
                throw new TypeConversionException(
                        "'" + value + "' is no version; write it like " + KubernetesVersion.DEFAULT);
            }
            return version;
        }
    }

    /** Reads a namespace, which the cluster would otherwise refuse in every object. */
    static final class NamespaceConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (!Names.isDnsLabel(value)) {
                throw new TypeConversionException(
                        "'" + value + "' is no namespace (lower-case letters, digits and '-', at"
                                + " most 63); did you mean " + Names.dnsLabel(value) + "?");
            }
            return value;
        }
    }
}
