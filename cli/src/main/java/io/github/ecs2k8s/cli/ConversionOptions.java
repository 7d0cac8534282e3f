package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.Direction;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.options.EcsForm;
import io.github.ecs2k8s.options.KubernetesForm;
import io.github.ecs2k8s.options.KubernetesVersion;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.options.Platform;
import io.github.ecs2k8s.options.Target;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.options.WorkloadKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The options that shape what comes out; every command that converts takes them. */
final class ConversionOptions {
    private final OptionSpec to = Choices.optional(
            "--to", "SIDE", Direction.class, "What to write; when not given, the other side of what the inputs hold");

    private final OptionSpec kind = Choices.option(
            "--kind",
            "KIND",
            WorkloadKind.DEPLOYMENT,
            "What a task definition becomes that no service or schedule runs");

    private final OptionSpec platform = Choices.option(
            "--platform", "PLATFORM", Platform.EKS, "Where the cluster runs; for generic, nothing of AWS is written");

    private final OptionSpec version = OptionSpec.builder("--kubernetes-version")
            .paramLabel("VERSION")
            .type(KubernetesVersion.class)
            .converters(ConversionOptions::version)
            .defaultValue(KubernetesVersion.DEFAULT.toString())
            .description("The cluster's version (default: ${DEFAULT-VALUE}); newer forms fall back, with a finding.")
            .build();

    private final OptionSpec addons = Choices.options(
            "--addon",
            "NAME",
            Addon.class,
            "Something installed in the cluster that gives a better form; may be repeated, and on eks"
                    + " aws-load-balancer-controller is taken to be there");

    private final OptionSpec namespace = OptionSpec.builder("--namespace")
            .paramLabel("NAME")
            .type(String.class)
            .converters(ConversionOptions::namespace)
            .description("Written into every object, with a Namespace, instead of those of ECS clusters.")
            .build();

    private final OptionSpec parameters = pairs("--parameter", "The value of a template's parameter; may be repeated.");

    private final OptionSpec imports =
            pairs("--import", "The value that another stack exports under a name; may be repeated.");

    private final OptionSpec region = text(
            "--region",
            "REGION",
            "What AWS::Region is: in a template, and for the logs of tasks; where a Terraform provider is.");

    private final OptionSpec accountId = text(
            "--account-id", "ID", "What AWS::AccountId is in a template, and the account of a Terraform provider.");

    private final OptionSpec variables =
            pairs("--var", "The value of a variable of a Terraform configuration; may be repeated.");

    private final OptionSpec variableFiles = OptionSpec.builder("--var-file")
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("A .tfvars file with values of a Terraform configuration's variables; may be repeated.")
            .build();

    private final OptionSpec preserve = OptionSpec.builder("--preserve")
            .type(boolean.class)
            .defaultValue("false")
            .description(
                    "Keep what the other side cannot hold in annotations, or in docker labels, so that it comes back"
                            + " unchanged.")
            .build();

    private final OptionSpec format =
            Choices.option("--output", "FORMAT", KubernetesForm.YAML, "The format of the manifests");

    private final OptionSpec ecsFormat = Choices.option(
            "--format",
            "FORM",
            EcsForm.API,
            "The form of ECS: inputs of the AWS CLI's commands as JSON, or one template");

    private final OptionSpec launchType = Choices.option(
            "--launch-type", "TYPE", LaunchType.FARGATE, "What ECS runs the tasks on; ec2 keeps what Fargate refuses");

    private final List<OptionSpec> ofManifests = List.of(
            kind,
            platform,
            version,
            addons,
            namespace,
            format,
            parameters,
            imports,
            accountId,
            variables,
            variableFiles);

    private final List<OptionSpec> ofEcs = List.of(ecsFormat, launchType);

    void addTo(CommandSpec spec) {
        spec.addOption(to);
        spec.addOption(preserve);
        spec.addOption(kind);
        spec.addOption(platform);
        spec.addOption(version);
        spec.addOption(addons);
        spec.addOption(namespace);
        spec.addOption(format);
        spec.addOption(parameters);
        spec.addOption(imports);
        spec.addOption(variables);
        spec.addOption(variableFiles);
        spec.addOption(region);
        spec.addOption(accountId);
        spec.addOption(ecsFormat);
        spec.addOption(launchType);
    }

    /** What to write; null when the inputs decide. */
    @Nullable Direction direction() {
        return to.getValue();
    }

    /** An option that shapes what is not written is a misunderstanding, and better answered than ignored. */
    void refuseThoseOfTheOtherSide(Direction direction) throws Failure {
        boolean ecs = direction == Direction.ECS;
        for (OptionSpec option : ecs ? ofManifests : ofEcs) {
            if (!option.originalStringValues().isEmpty()) {
                throw Failure.usage(
                        option.longestName(),
                        ecs
                                ? "shapes Kubernetes manifests, and these inputs become ECS"
                                : "shapes ECS, and these inputs become Kubernetes manifests",
                        ecs
                                ? "leave it out; --format and --launch-type shape ECS"
                                : "leave it out; --output, --kind, --platform and others shape manifests");
            }
        }
    }

    /** The same as the library takes it. */
    TranslationOptions translation() {
        EnumSet<Addon> installed = EnumSet.noneOf(Addon.class);
        List<Addon> given = addons.getValue();
        if (given != null) {
            installed.addAll(given);
        }
        TemplateValues template = new TemplateValues(
                pairs(parameters), pairs(imports), region.getValue(), accountId.getValue(), pairs(variables));
        return TranslationOptions.builder()
                .target(new Target(platform.getValue(), version.getValue(), installed))
                .kind(kind.getValue())
                .namespace(namespace.getValue())
                .template(template)
                .preserve(preserve.getValue())
                .launchType(launchType.getValue())
                .build();
    }

    /** The files with values of variables, in the order given. */
    List<String> variableFiles() {
        List<String> given = variableFiles.getValue();
        return given == null ? List.of() : given;
    }

    private static OptionSpec pairs(String name, String description) {
        return OptionSpec.builder(name)
                .paramLabel("NAME=VALUE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .converters(ConversionOptions::pair)
                .description(description)
                .build();
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** What is no pair may be a password all the same, and is not quoted. */
    private static String pair(String value) {
        if (value.indexOf('=') < 1) {
            throw new TypeConversionException("what is given is not NAME=VALUE");
        }
        return value;
    }

    /** The last of a name given twice counts. */
    private static Map<String, String> pairs(OptionSpec option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        List<String> given = option.getValue();
        if (given != null) {
            for (String pair : given) {
                int equals = pair.indexOf('=');
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    KubernetesForm format() {
        return format.getValue();
    }

    EcsForm ecsFormat() {
        return ecsFormat.getValue();
    }

    private static KubernetesVersion version(String value) {
        KubernetesVersion version = KubernetesVersion.parse(value);
        if (version == null) {
            throw new TypeConversionException(
                    "'" + value + "' is no version; write it like " + KubernetesVersion.DEFAULT);
        }
        return version;
    }

    /** Refuses a namespace that the cluster would refuse in every object. */
    private static String namespace(String value) {
        if (!Names.isDnsLabel(value)) {
            throw new TypeConversionException("'" + value + "' is no namespace (lower-case letters, digits and '-', at"
                    + " most 63); did you mean " + Names.dnsLabel(value) + "?");
        }
        return value;
    }
}
