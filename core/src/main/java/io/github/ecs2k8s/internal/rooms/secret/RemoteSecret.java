package io.github.ecs2k8s.internal.rooms.secret;

import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.ecs.Partition;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.ecs.resource.Arns;
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
 * @param home whose it is
 */
record RemoteSecret(
        boolean parameter,
        String name,
        @Nullable String property,
        @Nullable String version,
        Home home) {
    /**
     * The region and the account that a bare name is looked up in; null: those of the tasks.
     *
     * @param role the role that is taken on to read it, which is one of that account
     */
    record Home(@Nullable String region, @Nullable String role) {
        static final Home HERE = new Home(null, null);

        @Nullable String account() {
            return Arns.account(role);
        }

        /** In words, after what is kept there; empty for the tasks' own. */
        String words() {
            return (region == null ? "" : " in " + region) + (account() == null ? "" : " of account " + account());
        }
    }

    /** What stands under {@code valueFrom}. */
    String valueFrom(TaskToEcs context, Remark remark) {
        if (isParameter()) {
            sayParameter(remark);
            return parameterName(context);
        }
        String arn = whole(context, remark);
        boolean id = version != null && version.startsWith("uuid/");
        String stage = version == null || id || version.equals("AWSCURRENT") ? "" : version;
        String versionId = id && version != null ? version.substring("uuid/".length()) : "";
        String key = property == null ? "" : property;
        if (key.indexOf(':') >= 0) {
            sayNested("\"" + key + "\", which has a colon", remark);
            key = "";
        }
        String selector = key + ":" + stage + ":" + versionId;
        return selector.equals("::") ? arn : arn + ":" + selector;
    }

    /** Says that a variable gets the whole of a secret, because ECS cannot take out of it what the cluster takes. */
    static void sayNested(String what, Remark remark) {
        remark.say(
                FindingCode.NO_ECS_COUNTERPART,
                "ECS takes keys of the outermost object only, not " + what + "; the variable holds the whole JSON text",
                "keep the value under a key of its own, or let the program read it out of the text");
    }

    private boolean isParameter() {
        return parameter || name.startsWith("arn:") && name.contains(":ssm:");
    }

    /** A bare name is one of the tasks' own region and account; of any other ECS wants the ARN. */
    private String parameterName(TaskToEcs context) {
        String own = context.all().options().template().region();
        String region = home.region();
        boolean here = home.account() == null && (region == null || own == null || region.equals(own));
        if (name.startsWith("arn:") || here) {
            return name;
        }
        String partition = region == null
                ? "${AWS::Partition}"
                : Partition.ofRegion(region).id();
        return "arn:" + partition + ":ssm:" + (region == null ? "${AWS::Region}" : region) + ":"
                + (home.account() == null ? "${AWS::AccountId}" : home.account()) + ":parameter"
                + (name.startsWith("/") ? name : "/" + name);
    }

    /** The secret itself: its ARN, a reference to a parameter that asks for it, or a parameter's name. */
    String whole(TaskToEcs context, Remark remark) {
        if (isParameter()) {
            return parameterName(context);
        } else if (name.startsWith("arn:")) {
            return name;
        }
        String words = home.words();
        String arn = SecretOrigins.arnOf(SecretReference.nameWithoutRandom(name), home, context);
        remark.say(
                FindingCode.SECRET_ARN_UNKNOWN,
                "ECS wants the whole ARN of " + name + words + "; " + arn + " asks for it",
                "aws secretsmanager describe-secret --secret-id " + Shell.word(name)
                        + (home.region() == null ? "" : " --region " + Shell.word(home.region()))
                        + " --query ARN --output text"
                        + (home.account() == null ? "" : ", with a login to account " + home.account()));
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
