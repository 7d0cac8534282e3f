package io.github.ecs2k8s.ecs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation puts in when it deploys, <code>{{resolve:ssm:NAME}}</code> or <code>
 * {{resolve:secretsmanager:ID:SecretString:KEY:STAGE:VERSION}}</code>, → the secret or parameter it is read from
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html).
 *
 * @param before the text in front of it
 * @param reference what is read; null when it is of a service that this program does not know
 * @param plain whether it is known to be no secret: CloudFormation reads secure strings under a name of its own
 */
public record DynamicReference(String before, @Nullable SecretReference reference, boolean plain) {
    /** How a dynamic reference begins where it is to be a mere text. */
    public static final String BROKEN = "{ {resolve:";

    private static final String OPEN = "{{resolve:";
    private static final String CLOSE = "}}";
    private static final String SECRETS = "secretsmanager:";
    private static final int ARN_PARTS = 7;

    /** A text in which CloudFormation reads nothing: each dynamic reference has a blank that it does not understand. */
    public static String broken(String text) {
        return isIn(text) ? text.replace(OPEN, BROKEN) : text;
    }

    /** Whether a text has a dynamic reference in it. */
    public static boolean isIn(String text) {
        int open = text.indexOf(OPEN);
        return open >= 0 && text.indexOf(CLOSE, open) > 0;
    }

    /**
     * The dynamic references of a text.
     *
     * @param region for secrets given by their names; null: not known
     * @param account likewise
     */
    public static List<DynamicReference> of(String text, @Nullable String region, @Nullable String account) {
        List<DynamicReference> found = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = close(text, open);
            if (close < 0) {
                break;
            }
            String body = text.substring(open + OPEN.length(), close);
            String before = text.substring(from, open);
            found.add(new DynamicReference(before, reference(body, region, account), body.startsWith("ssm:")));
            from = close + CLOSE.length();
        }
        return found;
    }

    /** What stands behind the last dynamic reference of a text. */
    public static String after(String text) {
        int open = text.lastIndexOf(OPEN);
        int close = open < 0 ? -1 : close(text, open);
        return close < 0 ? text : text.substring(close + CLOSE.length());
    }

    /** A placeholder that nobody resolved may end right before the end, <code>${Stage}}}</code>. */
    private static int close(String text, int open) {
        int close = text.indexOf(CLOSE, open);
        return close > 0 && text.startsWith("}", close + CLOSE.length()) ? close + 1 : close;
    }

    private static @Nullable SecretReference reference(String body, @Nullable String region, @Nullable String account) {
        int colon = body.indexOf(':');
        String rest = body.substring(colon + 1);
        if (rest.contains("${AWS::")) {
            // Its colons are none of those that part the members.
            return null;
        }
        if (body.startsWith("ssm:") || body.startsWith("ssm-secure:")) {
            int version = rest.lastIndexOf(':');
            return SecretReference.parse(version < 0 ? rest : rest.substring(0, version));
        }
        return body.startsWith(SECRETS) ? secret(rest.split(":", -1), region, account) : null;
    }

    private static @Nullable SecretReference secret(String[] parts, @Nullable String region, @Nullable String account) {
        int members = parts[0].equals("arn") ? ARN_PARTS : 1;
        if (parts.length < members) {
            return null;
        }
        String arn = members == 1
                ? "arn:aws:secretsmanager:" + (region == null ? "REGION" : region) + ":"
                        + (account == null ? "ACCOUNT" : account) + ":secret:" + parts[0] + "-??????"
                : String.join(":", List.of(parts).subList(0, members));
        // The member in between is always SecretString.
        return SecretReference.parse(
                arn + ":" + part(parts, members + 1) + ":" + part(parts, members + 2) + ":" + part(parts, members + 3));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }
}
