package io.github.ecs2k8s.internal.rooms.secret;

import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.rooms.secret.SecretOrigin.Remark;
import org.jspecify.annotations.Nullable;

/**
 * A secret or parameter as operators of the cluster name it, and the {@code valueFrom} that is the same for ECS
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html).
 *
 * @param parameter whether it is in Parameter Store
 * @param name name or ARN
 * @param property the key of the JSON object that the value is, null for the whole value
 * @param version a stage, a version's id, or a parameter's version; null for the current one
 */
record RemoteSecret(
        boolean parameter,
        String name,
        @Nullable String property,
        @Nullable String version) {

    /** What stands under {@code valueFrom}. */
    String valueFrom(TaskToEcs context, Remark remark) {
        if (parameter || name.startsWith("arn:") && name.contains(":ssm:")) {
            sayParameter(remark);
            return name;
        }
        String arn = whole(context, remark);
        boolean id = version != null && version.startsWith("uuid/");
        String stage = version == null || id || version.equals("AWSCURRENT") ? "" : version;
        String versionId = id && version != null ? version.substring("uuid/".length()) : "";
        String selector = (property == null ? "" : property) + ":" + stage + ":" + versionId;
        return selector.equals("::") ? arn : arn + ":" + selector;
    }

    /** The secret itself: its ARN, a reference to a parameter that asks for it, or a parameter's name. */
    String whole(TaskToEcs context, Remark remark) {
        if (parameter || name.startsWith("arn:")) {
            return name;
        }
        String arn = SecretOrigins.arnOf(SecretReference.nameWithoutRandom(name), context);
        remark.say(
                FindingCode.SECRET_ARN_UNKNOWN,
                "ECS wants the whole ARN of " + name + "; " + arn + " asks for it",
                "aws secretsmanager describe-secret --secret-id " + Shell.word(name) + " --query ARN --output text");
        return arn;
    }

    private void sayParameter(Remark remark) {
        if (property != null) {
            remark.say(
                    FindingCode.NO_ECS_COUNTERPART,
                    "ECS takes a parameter as a whole, not key " + property + " of it",
                    "keep the key in a parameter of its own, or the object in Secrets Manager");
        } else if (version != null) {
            remark.say(
                    FindingCode.NO_ECS_COUNTERPART,
                    "ECS takes the current version of a parameter, not " + version,
                    null);
        }
    }
}
