package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Ref} and {@code Fn::GetAtt} give for resources whose names the template chooses: their ARNs, addresses and names
 * follow from the name, the account and the region
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
final class ResourceNames {

    /**
     * One type of resource.
     *
     * @param property the property with the name
     * @param service the service in the ARN
     * @param resource what stands before the name in the ARN
     * @param isGlobal whether the ARN has neither region nor account
     */
    private record Type(String property, String service, String resource, boolean isGlobal) {}

    private static final Map<String, Type> TYPES = Map.of(
            "AWS::ECR::Repository", new Type("RepositoryName", "ecr", "repository/", false),
            "AWS::SQS::Queue", new Type("QueueName", "sqs", "", false),
            "AWS::SNS::Topic", new Type("TopicName", "sns", "", false),
            "AWS::DynamoDB::Table", new Type("TableName", "dynamodb", "table/", false),
            "AWS::DynamoDB::GlobalTable", new Type("TableName", "dynamodb", "table/", false),
            "AWS::S3::Bucket", new Type("BucketName", "s3", "", true),
            "AWS::Kinesis::Stream", new Type("Name", "kinesis", "stream/", false),
            "AWS::Lambda::Function", new Type("FunctionName", "lambda", "function:", false),
            "AWS::StepFunctions::StateMachine", new Type("StateMachineName", "states", "stateMachine:", false),
            "AWS::Events::EventBus", new Type("Name", "events", "event-bus/", false));

    private final References references;
    private final Resolver resolver;

    ResourceNames(References references, Resolver resolver) {
        this.references = references;
        this.resolver = resolver;
    }

    /** What {@code Ref} gives where that is no plain name; null for all other types, and where the name is not given. */
    @Nullable String reference(MappingNode resource, Node place) {
        return switch (Template.type(resource)) {
            case "AWS::SQS::Queue" -> attribute(resource, "QueueUrl", place);
            case "AWS::SNS::Topic", "AWS::StepFunctions::StateMachine" -> attribute(resource, "Arn", place);
            case "AWS::Kinesis::Stream", "AWS::Lambda::Function" -> attribute(resource, "Name", place);
            default -> null;
        };
    }

    /** What {@code Fn::GetAtt} gives; null where only a deployed stack knows. */
    @Nullable String attribute(MappingNode resource, String attribute, Node place) {
        Type type = TYPES.get(Template.type(resource));
        String name = type == null ? null : name(resource, type);
        if (type == null || name == null) {
            return null;
        }
        return switch (attribute) {
            case "Arn", "TopicArn" ->
                type.isGlobal()
                        ? "arn:" + pseudo("Partition", place) + ":" + type.service() + ":::" + type.resource() + name
                        : arn(type.service(), type.resource() + name, place);
            case "Name", "QueueName", "TopicName" -> name;
            case "QueueUrl" ->
                "https://sqs." + pseudo("Region", place) + "." + pseudo("URLSuffix", place) + "/"
                        + pseudo("AccountId", place) + "/" + name;
            case "RepositoryUri" ->
                pseudo("AccountId", place) + ".dkr.ecr." + pseudo("Region", place) + "." + pseudo("URLSuffix", place)
                        + "/" + name;
            case "DomainName" -> name + ".s3." + pseudo("URLSuffix", place);
            case "RegionalDomainName" -> name + ".s3." + pseudo("Region", place) + "." + pseudo("URLSuffix", place);
            default -> null;
        };
    }

    /** The ARN of something in the stack's own region and account. */
    String arn(String service, String resource, Node place) {
        return "arn:" + pseudo("Partition", place) + ":" + service + ":" + pseudo("Region", place) + ":"
                + pseudo("AccountId", place) + ":" + resource;
    }

    private @Nullable String name(MappingNode resource, Type type) {
        Node given = resource.nearest("Properties", type.property());
        boolean named =
                resource.get("Properties") instanceof MappingNode properties && properties.get(type.property()) != null;
        String name = named ? resolver.text(given) : "";
        return name.isEmpty() ? null : name;
    }

    private String pseudo(String name, Node place) {
        Node value = references.ref("AWS::" + name, place);
        return value == null ? "" : Values.text(value);
    }
}
