package io.github.ecs2k8s.internal.rooms.secret;

import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.quote.JmesPath;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SecretProviderClass of people's own → the very secrets and parameters that it names, as keys of the Secret it is
 * synchronised into or as the files it is mounted as
 * (https://github.com/aws/secrets-store-csi-driver-provider-aws#secretproviderclass-options).
 */
public final class ProviderClassReader implements SecretOrigin {
    private final LocatedObject located;
    private final Map<String, String> objectNames;
    private final TaskToEcs context;

    private ProviderClassReader(LocatedObject located, Map<String, String> objectNames, TaskToEcs context) {
        this.located = located;
        this.objectNames = objectNames;
        this.context = context;
        context.use(located.object());
    }

    /** The keys of a Secret that a SecretProviderClass is synchronised into; null when the input has none. */
    static @Nullable SecretOrigin ofSecret(String secret, TaskToEcs context) {
        for (LocatedObject located : context.all().manifests().of("SecretProviderClass")) {
            for (Node object : Members.items(located.node(), "spec", "secretObjects")) {
                boolean visible = secret.equals(Members.text(object, "secretName"))
                        && context.lookUp(
                                        "SecretProviderClass",
                                        located.object().getMetadata().getName())
                                == located;
                if (visible) {
                    Map<String, String> names = new LinkedHashMap<>();
                    for (Node data : Members.items(object, "data")) {
                        String key = Members.text(data, "key");
                        String name = Members.text(data, "objectName");
                        names.put(key == null ? "" : key, name == null ? "" : name);
                    }
                    return new ProviderClassReader(located, names, context);
                }
            }
        }
        return null;
    }

    /** The files that a SecretProviderClass is mounted as; null when it is none of AWS, or only there to be synchronised. */
    public static @Nullable SecretOrigin files(LocatedObject providerClass, TaskToEcs context) {
        if (!"aws".equals(Members.text(providerClass.node(), "spec", "provider"))
                || !Members.items(providerClass.node(), "spec", "secretObjects").isEmpty()) {
            return null;
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (Node object : objects(providerClass)) {
            String alias = Members.text(object, "objectAlias");
            String name = alias == null ? Members.text(object, "objectName") : alias;
            if (name != null) {
                String file = name.replace('/', '_');
                names.put(file, name);
            }
            for (Node path : Members.items(object, "jmesPath")) {
                String inner = Members.text(path, "objectAlias");
                if (inner != null) {
                    names.put(inner, inner);
                }
            }
        }
        return new ProviderClassReader(providerClass, names, context);
    }

    /** The entries of {@code spec.parameters.objects}, which is YAML in a text. */
    private static List<Node> objects(LocatedObject located) {
        String text = Members.text(located.node(), "spec", "parameters", "objects");
        try {
            List<Node> documents =
                    text == null ? List.of() : Documents.parse(new SourceFile("objects.yaml", text), new Findings());
            return documents.size() == 1 && documents.get(0) instanceof SequenceNode list ? list.items() : List.of();
        } catch (BrokenInputException e) {
            return List.of();
        }
    }

    @Override
    public List<String> keys() {
        return new ArrayList<>(objectNames.keySet());
    }

    @Override
    public @Nullable String valueFrom(String key, Remark remark) {
        String wanted = objectNames.get(key);
        for (Node object : objects(located)) {
            String name = Members.text(object, "objectName");
            String alias = Members.text(object, "objectAlias");
            if (name == null || wanted == null) {
                continue;
            }
            if (wanted.equals(alias == null ? name : alias)) {
                return remote(object, name, null).valueFrom(context, remark);
            }
            for (Node path : Members.items(object, "jmesPath")) {
                if (wanted.equals(Members.text(path, "objectAlias"))) {
                    return remote(object, name, property(path, remark)).valueFrom(context, remark);
                }
            }
        }
        SecretOrigins.sayMissing(located.object(), key, remark);
        return null;
    }

    private RemoteSecret remote(Node object, String name, @Nullable String property) {
        boolean parameter = "ssmparameter".equals(Members.text(object, "objectType")) || name.contains(":ssm:");
        String stage = Members.text(object, "objectVersionLabel");
        String id = Members.text(object, "objectVersion");
        String version = stage == null && id != null && !parameter ? "uuid/" + id : stage == null ? id : stage;
        String region = Members.text(located.node(), "spec", "parameters", "region");
        return new RemoteSecret(parameter, name, property, version, new RemoteSecret.Home(region, null));
    }

    /** ECS takes a key of the outermost object; JMESPath can do more. */
    private static @Nullable String property(Node entry, Remark remark) {
        String path = Members.text(entry, "path");
        String key = path == null ? null : JmesPath.key(path);
        if (path != null && key == null) {
            RemoteSecret.sayNested(path, remark);
        }
        return key;
    }

    @Override
    public @Nullable String whole(Remark remark) {
        List<Node> objects = objects(located);
        String name = objects.size() == 1 ? Members.text(objects.get(0), "objectName") : null;
        return name == null ? null : remote(objects.get(0), name, null).whole(context, remark);
    }
}
