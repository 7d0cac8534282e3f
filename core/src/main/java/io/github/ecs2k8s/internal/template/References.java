package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.ecs.Partition;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code Ref}, {@code Fn::GetAtt} and {@code Fn::ImportValue}: parameters, pseudo parameters, resources of the template,
 * exports of other stacks. A reference to a resource stays one: {@code ${Logical}} or {@code ${Logical.Attribute}}.
 */
public final class References {
    private static final String NO_VALUE = "AWS::NoValue";

    /** What a container gets as it stands. */
    private static final Pattern TEXT = Pattern.compile("/ContainerDefinitions/\\d+/(Environment/\\d+/Value"
            + "|(Command|EntryPoint|HealthCheck/Command|DnsSearchDomains|DnsServers|ExtraHosts)/.*"
            + "|DockerLabels/.*|Image|Hostname|User|WorkingDirectory)(/|$)");

    private final Template template;
    private final TemplateValues values;
    private final String stackName;
    private final Exports exports;
    private final Findings findings;
    private final Resolver resolver;
    private final ResourceNames names;
    private final Set<String> reported = new HashSet<>();
    private final Map<String, Optional<Node>> imported = new HashMap<>();

    References(
            Template template,
            TemplateValues values,
            String stackName,
            Exports exports,
            Findings findings,
            Resolver resolver) {
        this.exports = exports;
        this.stackName = stackName;
        this.template = template;
        this.values = values;
        this.findings = findings;
        this.resolver = resolver;
        this.names = new ResourceNames(this, resolver);
    }

    @Nullable Node ref(String name, Node place) {
        if (name.startsWith("AWS::")) {
            return pseudo(name, place);
        }
        MappingNode parameter = template.parameter(name);
        if (parameter != null) {
            return parameter(name, parameter, place);
        }
        MappingNode resource = template.resource(name);
        if (resource == null) {
            report(name, place, "Ref to " + name + ", which the template does not declare", null);
        }
        Node secret = resource == null ? null : attachedTo(resource);
        if (secret != null) {
            return Values.at(place, secret);
        }
        String url = resource == null ? null : names.reference(resource, place);
        String known = url != null || resource == null ? url : ownName(resource);
        return known != null ? Values.string(place, known) : resourcePlaceholder(name, place);
    }

    /** What is attached to a secret is called by the secret's ARN. */
    private @Nullable Node attachedTo(MappingNode resource) {
        return switch (Template.type(resource)) {
            case "AWS::SecretsManager::SecretTargetAttachment", "AWS::SecretsManager::RotationSchedule" -> {
                Node secret = resource.nearest("Properties", "SecretId");
                yield secret == resource ? null : resolver.resolve(secret);
            }
            default -> null;
        };
    }

    /**
     * The ARN that a placeholder stands for where it is a secret's, as far as it is known: templates take the name out of it
     * piece by piece. The name is the logical id, and question marks stand for the characters that only AWS knows.
     */
    String secretArn(String placeholder) {
        boolean open = placeholder.startsWith("${") && placeholder.indexOf('}') == placeholder.length() - 1;
        MappingNode resource = open ? template.resource(placeholder.substring(2, placeholder.length() - 1)) : null;
        return resource != null && Template.type(resource).equals("AWS::SecretsManager::Secret")
                ? "arn:" + partition().id() + ":secretsmanager:" + orOpen(values.region(), "AWS::Region") + ":"
                        + orOpen(values.accountId(), "AWS::AccountId") + ":secret:" + placeholder + "-??????"
                : placeholder;
    }

    /**
     * What Ref gives for a resource whose name the template itself chooses; null where only AWS knows it. The ARN of a
     * secret ends in six characters that only AWS knows; question marks stand for them, as in a policy.
     */
    private @Nullable String ownName(MappingNode resource) {
        String member = switch (Template.type(resource)) {
            case "AWS::SSM::Parameter", "AWS::SecretsManager::Secret" -> "Name";
            case "AWS::ECS::Cluster" -> "ClusterName";
            case "AWS::Logs::LogGroup" -> "LogGroupName";
            case "AWS::S3::Bucket" -> "BucketName";
            case "AWS::DynamoDB::Table" -> "TableName";
            case "AWS::IAM::Role" -> "RoleName";
            case "AWS::ECR::Repository" -> "RepositoryName";
            default -> null;
        };
        if (member == null
                || !(resource.get("Properties") instanceof MappingNode properties)
                || properties.get(member) == null) {
            return null;
        }
        String name = resolver.text(properties.nearest(member));
        if (!Template.type(resource).equals("AWS::SecretsManager::Secret")) {
            return name;
        }
        return values.region() == null || values.accountId() == null || name.contains("${")
                ? null
                : "arn:" + partition().id() + ":secretsmanager:" + values.region() + ":" + values.accountId()
                        + ":secret:" + name + "-??????";
    }

    /** Without a finding: most templates take the name out of such an ARN and nothing else. */
    private static String orOpen(@Nullable String value, String name) {
        return value == null ? "${" + name + "}" : value;
    }

    private @Nullable Node pseudo(String name, Node place) {
        return switch (name) {
            case NO_VALUE -> null;
            case "AWS::Region" -> known(values.region(), name, "--region", place);
            case "AWS::AccountId" -> known(values.accountId(), name, "--account-id", place);
            case "AWS::Partition" -> Values.string(place, partition().id());
            case "AWS::URLSuffix" -> Values.string(place, partition().dnsSuffix());
            case "AWS::StackName" -> Values.string(place, values.parameters().getOrDefault(name, stackName));
            default -> placeholder(name, place);
        };
    }

    private Partition partition() {
        return Partition.ofRegion(values.region() == null ? "" : values.region());
    }

    private Node known(@Nullable String value, String name, String option, Node place) {
        if (value != null) {
            return Values.string(place, value);
        }
        report(name, place, name + " is not known", "give it with " + option);
        return placeholder(name, place);
    }

    private Node parameter(String name, MappingNode parameter, Node place) {
        // What the template's author hides must not be printed, given or not.
        MappingNode.Entry hidden = NoEcho.of(parameter);
        if (hidden != null) {
            sayCorrected(hidden);
            report(name, place, "parameter " + name + " is NoEcho; its value is never written", null);
            return placeholder(name, place);
        }
        String type = text(parameter, "Type");
        String given = values.parameters().get(name);
        Node byDefault = parameter.get("Default");
        // The default of an SSM parameter type is the name of a parameter, not its value.
        boolean lookedUp = type.startsWith("AWS::SSM::Parameter::Value");
        if (given == null && (byDefault == null || lookedUp)) {
            report(name, place, "parameter " + name + " has no value", "give it with --parameter " + name + "=…");
            return placeholder(name, place);
        }
        String value = given != null ? given : Values.text(byDefault == null ? place : byDefault);
        return type.startsWith("List<") || type.equals("CommaDelimitedList")
                ? Values.strings(place, commaList(value))
                : Values.string(place, value);
    }

    private void sayCorrected(MappingNode.Entry hidden) {
        if (!NoEcho.isSpelledRight(hidden)) {
            findings.add(new Finding(
                    FindingCode.SPELLING_CORRECTED,
                    hidden.value().pointer().toString(),
                    hidden.keyLocation(),
                    "\"" + hidden.key() + "\" is read as NoEcho; CloudFormation refuses it",
                    "write NoEcho: true",
                    null));
        }
    }

    private static String text(MappingNode object, String key) {
        Node value = object.get(key);
        return value == null ? "" : Values.text(value);
    }

    private static List<String> commaList(String value) {
        List<String> items = new ArrayList<>();
        for (String item : value.split(",", -1)) {
            items.add(item.trim());
        }
        return items;
    }

    /** {@code Resource.Attribute}; the ARN of a role with a literal name is known as soon as the account is. */
    Node attribute(String name, Node place) {
        int dot = name.indexOf('.');
        String logical = dot < 0 ? name : name.substring(0, dot);
        MappingNode resource = template.resource(logical);
        if (resource == null) {
            report(name, place, "GetAtt of " + logical + ", which the template does not declare", null);
            return placeholder(name, place);
        }
        String arn = name.endsWith(".Arn") ? roleArn(resource) : null;
        String known = arn != null ? arn : names.attribute(resource, name.substring(dot + 1), place);
        return known != null ? Values.string(place, known) : resourcePlaceholder(name, place);
    }

    private @Nullable String roleArn(MappingNode resource) {
        if (!Template.type(resource).equals("AWS::IAM::Role")
                || values.accountId() == null
                || !(resource.get("Properties") instanceof MappingNode properties)
                || properties.get("RoleName") == null) {
            return null;
        }
        String role = resolver.text(properties.nearest("RoleName"));
        String path = properties.get("Path") == null ? "/" : resolver.text(properties.nearest("Path"));
        return "arn:" + partition().id() + ":iam::" + values.accountId() + ":role" + path + role;
    }

    Node importValue(String export, Node place) {
        String value = values.imports().get(export);
        if (value != null) {
            return Values.string(place, value);
        }
        Exports.Match match = exports.find(export);
        if (match != null) {
            return exported(export, match, place);
        }
        report(
                export,
                place,
                "the value that another stack exports as " + export + " is not known",
                "give it with --import "
                        + (export.contains("$") ? "'" + export + "=…', or first the parameters in it" : export + "=…"));
        return placeholder(export, place);
    }

    private Node exported(String export, Exports.Match match, Node place) {
        if (!match.isExact() && reported.add(export)) {
            findings.add(new Finding(
                    FindingCode.IMPORT_ASSUMED,
                    place.pointer().toString(),
                    place.location(),
                    export + " is taken to be what " + match.value().location().file() + " exports",
                    "give another value with --import " + export + "=…",
                    null));
        }
        Node value = imported.computeIfAbsent(export, name -> Optional.ofNullable(resolved(match)))
                .orElse(null);
        if (value == null) {
            return placeholder(export, place);
        }
        if (isText(place) && Values.text(value).contains("${")) {
            reportDeployed(Values.text(value), place);
        }
        return Values.at(place, value);
    }

    /** The other template's own imports stay unresolved: a circle between stacks cannot be created either. */
    private @Nullable Node resolved(Exports.Match match) {
        Resolver other = new Resolver(new Template(match.template()), values, match.stack(), new Exports(), findings);
        return other.resolve(match.value());
    }

    /**
     * A look-up that finds nothing.
     *
     * @param keys the mapping and the two keys
     * @param mapping where the search ended: the mapping, or what is in it; null when the template has none of that name
     */
    Node notInMap(List<String> keys, @Nullable Node mapping, Node place) {
        String open = String.join("", keys);
        String known = mapping instanceof MappingNode entries
                ? entries.entries().stream().map(MappingNode.Entry::key).collect(Collectors.joining(", "))
                : "";
        report(
                "FindInMap" + place.pointer(),
                place,
                "FindInMap finds no " + String.join(", ", keys),
                (open.contains("${") ? giveParameterOf(open) : "correct the key")
                        + (known.isEmpty() ? "" : "; the mapping has " + known));
        return placeholder("FindInMap" + place.pointer().toString().replace('/', '.'), place);
    }

    /** A condition that compares what is not known. */
    void undecided(String text, Node place) {
        report(
                "condition " + text,
                place,
                "a condition compares " + text + ", which is not known; taken to be different",
                giveParameterOf(text),
                "");
    }

    /** What is not known in a text most often is a parameter. */
    private static String giveParameterOf(String text) {
        int open = text.indexOf("${");
        int close = text.indexOf('}', open);
        return "give it with --parameter " + (close < 0 ? "NAME" : text.substring(open + 2, close)) + "=…";
    }

    /** A call that cannot be resolved. */
    Node unknown(String function, Node place) {
        // Text that begins with an exclamation mark is a tag as well, and may be a password.
        boolean known = FunctionCalls.isKnown(function);
        String name = known ? function : "Function";
        report(
                name + place.pointer(),
                place,
                known ? function + " cannot be resolved" : "CloudFormation has no such function",
                known ? null : "text that begins with ! needs quotes");
        Node placeholder = placeholder(name + place.pointer().toString().replace('/', '.'), place);
        return function.equals("Split") || function.equals("Cidr") || function.equals("GetAZs")
                ? new SequenceNode(place.location(), place.pointer(), null, List.of(placeholder))
                : placeholder;
    }

    /** Rooms follow a reference to a resource; a program that gets it as text cannot. */
    private Node resourcePlaceholder(String name, Node place) {
        if (isText(place)) {
            reportDeployed(name, place);
        }
        return placeholder(name, place);
    }

    private static boolean isText(Node place) {
        return TEXT.matcher(place.pointer().toString()).find();
    }

    private void reportDeployed(String name, Node place) {
        report(
                "text " + name,
                place,
                name + " is known only when the stack has been deployed",
                "write in the manifest what it stands for there, or here what it is to be");
    }

    private static Node placeholder(String name, Node place) {
        return Values.string(place, name.startsWith("${") ? name : "${" + name + "}");
    }

    private void report(String key, Node place, String message, @Nullable String hint) {
        report(key, place, message, hint, "; written as a placeholder");
    }

    private void report(String key, Node place, String message, @Nullable String hint, String consequence) {
        if (reported.add(key)) {
            findings.add(new Finding(
                    FindingCode.UNRESOLVED_REFERENCE,
                    place.pointer().toString(),
                    place.location(),
                    message + consequence,
                    hint,
                    null));
        }
    }
}
