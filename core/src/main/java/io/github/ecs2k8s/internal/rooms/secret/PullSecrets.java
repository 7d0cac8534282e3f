package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.Secret;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pull Secrets of a pod → Secrets Manager secrets with user name and password, one for each registry. Of such a Secret
 * nothing is read but the registries' hosts
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html).
 */
public final class PullSecrets {
    private final String name;
    private final TaskToEcs context;
    private final @Nullable LocatedObject located;
    private final @Nullable String known;

    /** What is known of the Secret of a name. */
    public PullSecrets(String name, TaskToEcs context) {
        this.name = name;
        this.context = context;
        LocatedObject annotated = null;
        for (String kind : List.of("ExternalSecret", "Secret")) {
            LocatedObject found = context.lookUp(kind, name);
            if (annotated == null && found != null && SecretSources.source(found.object()) != null) {
                annotated = found;
            }
        }
        this.known = annotated == null ? null : SecretSources.source(annotated.object());
        this.located = annotated == null ? context.lookUp("Secret", name) : annotated;
        if (located != null) {
            context.use(located.object());
        }
    }

    /** The hosts of the registries it is for; empty when the input does not say. */
    public List<String> hosts() {
        List<String> hosts = new ArrayList<>();
        if (known != null && located != null) {
            return SecretSources.keys(located.object());
        }
        if (located != null && located.object() instanceof Secret secret) {
            Node config = parse(text(secret));
            boolean old = "kubernetes.io/dockercfg".equals(secret.getType());
            Node auths = config == null || old ? config : config.child("auths");
            if (auths instanceof MappingNode mapping) {
                mapping.entries().forEach(entry -> hosts.add(entry.key()));
            }
        }
        return hosts;
    }

    private static @Nullable String text(Secret secret) {
        for (String key : List.of(".dockerconfigjson", ".dockercfg")) {
            Map<String, String> plain = secret.getStringData();
            Map<String, String> encoded = secret.getData();
            if (plain != null && plain.get(key) != null) {
                return plain.get(key);
            } else if (encoded != null && encoded.get(key) != null) {
                return decode(encoded.get(key));
            }
        }
        return null;
    }

    private static @Nullable String decode(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What cannot be read names no host; its text must not get into a message. */
    private static @Nullable Node parse(@Nullable String text) {
        try {
            List<Node> documents =
                    text == null ? List.of() : Documents.parse(new SourceFile("config.json", text), new Findings());
            return documents.size() == 1 ? documents.get(0) : null;
        } catch (BrokenInputException e) {
            return null;
        }
    }

    /**
     * The {@code credentialsParameter} for one of the hosts.
     *
     * @param host null when the hosts are not known
     */
    public String credentials(@Nullable String host) {
        if (known != null) {
            return known;
        }
        if (located == null) {
            return SecretOrigins.arnOf(name, context);
        }
        String namespace = located.object().getMetadata().getNamespace();
        List<String> hosts = hosts();
        String wanted = host == null || hosts.size() < 2 ? name : name + "/" + plain(host);
        return "${"
                + context.all().shared("pull " + namespace + "/" + wanted, () -> create(wanted, host, located))
                + "}";
    }

    /** {@code index.docker.io} of {@code https://index.docker.io/v1/}. */
    static String plain(String host) {
        int scheme = host.indexOf("://");
        String rest = scheme < 0 ? host : host.substring(scheme + 3);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    private String create(String wanted, @Nullable String host, LocatedObject from) {
        String free = SecretsToFill.freeName(from.object(), wanted, context.all());
        String id = context.all().logicalId(free, SecretOrigins.suffix(free, ""));
        String registry = host == null ? "the registry" : plain(host);
        context.all()
                .add(
                        ResourceKind.SECRET,
                        SecretsToFill.describe(free, "JSON object with username and password for " + registry),
                        id);
        context.all()
                .at(from.node(), from.node().has("stringData") ? "stringData" : "data")
                .report(
                        FindingCode.SECRET_TO_FILL,
                        "Secret " + name + " becomes Secrets Manager secret " + free + " for " + registry
                                + "; no value is copied",
                        "aws secretsmanager put-secret-value --secret-id " + Shell.word(free)
                                + " --secret-string '{\"username\":\"…\",\"password\":\"…\"}'");
        return id;
    }

    /** Whether the ARN of the secret has to be asked for. */
    public boolean isUnknown() {
        return located == null && known == null;
    }
}
