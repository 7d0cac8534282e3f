package io.github.ecs2k8s.ecs;

import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code valueFrom} points at: a Secrets Manager secret, whole or one JSON key of it, or a Parameter Store
 * parameter.
 *
 * <p>Forms: {@code arn:…:secretsmanager:…:secret:NAME-RANDOM[:json-key:version-stage:version-id]}, {@code
 * arn:…:ssm:…:parameter/NAME}, a bare parameter name
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html).
 *
 * @param service where the value is kept
 * @param source the ARN without key and version, or the name as given; never a value
 * @param name the secret's or parameter's name; a parameter below a path begins with a slash
 * @param region the ARN's region, null for a bare name
 * @param jsonKey the key inside the secret's JSON, null for the whole value
 * @param versionStage the version's stage, null when none is given
 * @param versionId the version's id, null when none is given
 */
@WithBuilder
public record SecretReference(
        Service service,
        String source,
        String name,
        @Nullable String region,
        @Nullable String jsonKey,
        @Nullable String versionStage,
        @Nullable String versionId) {
    private static final int RANDOM = 6;

    /** The two services a secret can come from. */
    public enum Service {
        SECRETS_MANAGER,
        PARAMETER_STORE
    }

    /**
     * By what it is asked for: the ARN where it is known, because a name means one of the own account and region, and the end of
     * a name may look like the six random characters; else the name.
     */
    public String id() {
        boolean known = source.startsWith("arn:") && !source.contains("${") && source.indexOf('?') < 0;
        return known ? source : name;
    }

    /** Reads a {@code valueFrom}; null when it is an ARN of something else, or blank. */
    public static @Nullable SecretReference parse(String valueFrom) {
        String text = valueFrom.trim();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.startsWith("arn:")) {
            return isPlaceholder(text) ? placeholder(text) : parameter(text, text, null);
        }
        String[] parts = split(text);
        if (parts.length >= 7
                && parts[2].equals("secretsmanager")
                && parts[5].equals("secret")
                && !parts[6].isEmpty()) {
            String name = withoutRandom(parts[6]);
            String prefix = "arn:" + parts[1] + ":secretsmanager:" + parts[3] + ":" + parts[4] + ":secret:";
            return secret(prefix + parts[6], name, parts[3], parts, 7);
        }
        if (parts.length == 6 && parts[2].equals("ssm") && parts[5].startsWith("parameter/")) {
            String name = parts[5].substring("parameter".length());
            return parameter(text, name.indexOf('/', 1) < 0 ? name.substring(1) : name, parts[3]);
        }
        return null;
    }

    /** The parts between colons; those inside a placeholder ({@code ${AWS::Region}}) divide nothing. */
    private static String[] split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = text.startsWith("${", at) ? text.indexOf('}', at) : -1;
            if (end > 0) {
                at = end;
            } else if (text.charAt(at) == ':') {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(text.substring(from));
        return parts.toArray(String[]::new);
    }

    /** A reference of a template that nobody resolved, {@code ${DbSecret}:password::}: a secret called DbSecret. */
    private static boolean isPlaceholder(String text) {
        return text.startsWith("${") || text.startsWith("{{");
    }

    private static SecretReference placeholder(String text) {
        int end = text.indexOf(text.startsWith("{{") ? "}}" : "}");
        int after = end < 0 ? text.length() : text.startsWith("{{") ? end + 2 : end + 1;
        String[] rest = text.substring(after).split(":", -1);
        String source = text.substring(0, after) + rest[0];
        return secret(source, text.substring(2, end < 0 ? text.length() : end).trim(), null, rest, 1);
    }

    private static SecretReference secret(
            String source, String name, @Nullable String region, String[] parts, int selectors) {
        return SecretReferenceBuilder.builder()
                .service(Service.SECRETS_MANAGER)
                .source(source)
                .name(name)
                .region(region == null || region.isEmpty() ? null : region)
                .jsonKey(part(parts, selectors))
                .versionStage(part(parts, selectors + 1))
                .versionId(part(parts, selectors + 2))
                .build();
    }

    private static SecretReference parameter(String source, String name, @Nullable String region) {
        return SecretReferenceBuilder.builder()
                .service(Service.PARAMETER_STORE)
                .source(source)
                .name(name)
                .region(region)
                .build();
    }

    private static @Nullable String part(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? parts[index] : null;
    }

    /**
     * Secrets Manager appends a hyphen and six random letters and digits. A tail of lower-case letters only is rather
     * the end of a name that was given without them: {@code shop-secret}.
     */
    private static String withoutRandom(String name) {
        int hyphen = name.length() - RANDOM - 1;
        if (hyphen < 1 || name.charAt(hyphen) != '-') {
            return name;
        }
        boolean random = false;
        for (int i = hyphen + 1; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean lower = c >= 'a' && c <= 'z';
            // Question marks stand for them where a template names the secret and only AWS knows its ARN.
            if (!lower && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '?') {
                return name;
            }
            random |= !lower;
        }
        return random ? name.substring(0, hyphen) : name;
    }

    /** The name of a secret that may stand with the random characters of its ARN. */
    public static String nameWithoutRandom(String name) {
        return withoutRandom(name);
    }

    /** The same for every way to write a reference to one secret: with or without the random suffix, key or version. */
    public String identity() {
        return service + " "
                + (isUnresolved() || source.endsWith(name)
                        ? source
                        : source.substring(0, source.length() - RANDOM - 1));
    }

    /** The {@code valueFrom} for a key and version of this secret, in the service's own form. */
    public String valueFrom() {
        if (jsonKey == null && versionStage == null && versionId == null) {
            return source;
        }
        return source + ":" + selector();
    }

    /** {@code json-key:version-stage:version-id}, each part empty where it is not given. */
    public String selector() {
        return (jsonKey == null ? "" : jsonKey)
                + ":"
                + (versionStage == null ? "" : versionStage)
                + ":"
                + (versionId == null ? "" : versionId);
    }

    /** Whether this is a placeholder of a template, not a reference that can be looked up. */
    public boolean isUnresolved() {
        return source.contains("${") || source.contains("{{");
    }
}
