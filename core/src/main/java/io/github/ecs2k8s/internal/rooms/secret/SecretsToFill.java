package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.SecretDescription;
import io.github.ecs2k8s.ecs.resource.SecretDescriptionBuilder;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A Secret whose values the input holds → a Secrets Manager secret to create, without them: one JSON object with the same
 * keys, which somebody fills before the tasks start
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html).
 */
final class SecretsToFill implements SecretOrigin {
    private final LocatedObject located;
    private final TaskToEcs context;

    SecretsToFill(LocatedObject located, TaskToEcs context) {
        this.located = located;
        this.context = context;
        context.use(located.object());
    }

    @Override
    public List<String> keys() {
        Set<String> keys = new TreeSet<>();
        if (located.object() instanceof Secret secret) {
            if (secret.getData() != null) {
                keys.addAll(secret.getData().keySet());
            }
            if (secret.getStringData() != null) {
                keys.addAll(secret.getStringData().keySet());
            }
        } else if (located.node().nearest("spec", "encryptedData") instanceof MappingNode sealed
                && located.node().nearest("spec") != sealed) {
            sealed.entries().forEach(entry -> keys.add(entry.key()));
        }
        return new ArrayList<>(keys);
    }

    @Override
    public boolean keepsName() {
        String name = located.object().getMetadata().getName();
        return freeName(located.object(), name, context.all()).equals(name);
    }

    @Override
    public @Nullable String valueFrom(String key, Remark remark) {
        String arn = whole(remark);
        if (arn == null) {
            return null;
        }
        if (!keys().contains(key)) {
            SecretOrigins.sayMissing(located.object(), key, remark);
            return null;
        }
        return arn + ":" + key + "::";
    }

    @Override
    public @Nullable String whole(Remark remark) {
        if (located.object() instanceof Secret secret && SecretOrigins.isOfCluster(secret)) {
            remark.say(
                    FindingCode.SECRET_OF_CLUSTER,
                    "Secret " + secret.getMetadata().getName() + " is of type " + secret.getType()
                            + "; what is in it means nothing outside the cluster",
                    "use the task role in place of a service account");
            context.all().at(located.node()).resolved();
            return null;
        }
        String namespace = located.object().getMetadata().getNamespace();
        String name = located.object().getMetadata().getName();
        String id = context.all().shared("Secret " + namespace + "/" + name, () -> create(name));
        return "${" + id + "}";
    }

    private String create(String name) {
        List<String> keys = keys();
        String free = freeName(located.object(), name, context.all());
        String id = context.all().logicalId(free, SecretOrigins.suffix(free, ""));
        context.all()
                .add(ResourceKind.SECRET, describe(free, "JSON object with the keys " + String.join(", ", keys)), id);
        sayToFill(free, template(keys));
        return id;
    }

    private void sayToFill(String name, String value) {
        boolean sealed = !(located.object() instanceof Secret);
        String member = located.node().has("data") ? "data" : located.node().has("stringData") ? "stringData" : "";
        Node place = sealed ? located.node().nearest("spec") : located.node();
        Object[] path = sealed || member.isEmpty() ? new Object[0] : new Object[] {member};
        String what = located.object().getKind() + " "
                + located.object().getMetadata().getName();
        context.all()
                .at(place, path)
                .report(
                        FindingCode.SECRET_TO_FILL,
                        what + " becomes Secrets Manager secret " + name + "; "
                                + (sealed ? "only the cluster can unseal its values" : "no value is copied"),
                        "aws secretsmanager put-secret-value --secret-id " + Shell.word(name) + " --secret-string "
                                + Shell.quoted(value));
        if (member.equals("data") && located.node().has("stringData")) {
            context.all()
                    .at(located.node(), "stringData")
                    .report(FindingCode.SECRET_TO_FILL, "these keys are to be filled in, too; no value is copied");
        }
    }

    /** The Secret's own name; with its namespace in front where the input has one of that name in another, too. */
    static String freeName(HasMetadata secret, String name, BundleToEcs all) {
        String namespace = secret.getMetadata().getNamespace();
        for (String kind : List.of("Secret", "SealedSecret")) {
            for (LocatedObject other : all.manifests().of(kind)) {
                if (secret.getMetadata()
                                .getName()
                                .equals(other.object().getMetadata().getName())
                        && !Objects.equals(
                                namespace, other.object().getMetadata().getNamespace())) {
                    return (namespace == null ? "default" : namespace) + "/" + name;
                }
            }
        }
        return name;
    }

    private static String template(List<String> keys) {
        StringBuilder json = new StringBuilder("{");
        for (String key : keys) {
            json.append(json.length() == 1 ? "\"" : ",\"").append(key).append("\":\"…\"");
        }
        return json.append('}').toString();
    }

    /** The description of a secret to create. */
    static SecretDescription describe(String name, String description) {
        return SecretDescriptionBuilder.builder()
                .name(name)
                .description(description)
                .build();
    }
}
