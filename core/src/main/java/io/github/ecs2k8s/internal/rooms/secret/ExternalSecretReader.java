package io.github.ecs2k8s.internal.rooms.secret;

import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.GjsonPath;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.Members;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ExternalSecret of people's own → the very secrets and parameters that it names
 * (https://external-secrets.io/latest/api/externalsecret/).
 */
final class ExternalSecretReader implements SecretOrigin {
    private static final String STORE_REF = "secretStoreRef";

    private final LocatedObject located;
    private final Node spec;
    private final TaskToEcs context;

    private ExternalSecretReader(LocatedObject located, Node spec, TaskToEcs context) {
        this.located = located;
        this.spec = spec;
        this.context = context;
    }

    /** The ExternalSecret that makes a Secret, null when the input has none. */
    static @Nullable SecretOrigin of(String secret, TaskToEcs context) {
        for (LocatedObject candidate : context.all().manifests().of("ExternalSecret")) {
            Node spec = candidate.node().get("spec");
            String own = candidate.object().getMetadata().getName();
            String target = spec == null ? null : Members.text(spec, "target", "name");
            LocatedObject visible =
                    secret.equals(target == null ? own : target) ? context.lookUp("ExternalSecret", own) : null;
            if (visible == candidate && spec != null) {
                context.use(candidate.object());
                sayRefresh(candidate, spec, context);
                sayFind(candidate, spec, context);
                return new ExternalSecretReader(candidate, spec, context);
            }
        }
        return null;
    }

    private static void sayRefresh(LocatedObject located, Node spec, TaskToEcs context) {
        String interval = Members.text(spec, "refreshInterval");
        if (interval != null && !interval.equals("1h") && !interval.equals("1h0m0s")) {
            once(
                    "refreshInterval",
                    located,
                    context,
                    "ECS reads a secret when a task starts, not again after " + interval,
                    "spec",
                    "refreshInterval");
        }
    }

    private static void sayFind(LocatedObject located, Node spec, TaskToEcs context) {
        List<Node> sources = Members.items(spec, "dataFrom");
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).child("find") != null) {
                String message = "ECS looks for no secrets by name or tag; list their keys under data";
                once("find " + i, located, context, message, "spec", "dataFrom", i, "find");
            }
        }
    }

    private static void once(String what, LocatedObject located, TaskToEcs context, String message, Object... path) {
        String place = located.object().getKind() + " "
                + located.object().getMetadata().getNamespace()
                + "/"
                + located.object().getMetadata().getName();
        context.all().shared(what + " of " + place, () -> {
            context.all().at(located.node(), path).report(FindingCode.NO_ECS_COUNTERPART, message);
            return place;
        });
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        var templates = Members.entries(spec, "target", "template", "data");
        if (!templates.isEmpty() && !"Merge".equals(Members.text(spec, "target", "template", "mergePolicy"))) {
            templates.forEach(template -> keys.add(template.key()));
            return keys;
        }
        for (Node data : Members.items(spec, "data")) {
            String key = Members.text(data, "secretKey");
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    @Override
    public @Nullable String valueFrom(String key, Remark remark) {
        String inner = ofTemplate(key);
        if (inner == null) {
            remark.say(
                    FindingCode.NO_ECS_COUNTERPART,
                    "a template puts key " + key + " together; ECS passes secrets on as they are",
                    "put the value together in the entry point: sh -c; or keep it as a secret of its own");
            return null;
        }
        for (Node data : Members.items(spec, "data")) {
            if (inner.equals(Members.text(data, "secretKey"))) {
                Node remote = Members.at(data, "remoteRef");
                return remote == null ? null : valueFrom(remote, Members.text(remote, "property"), data, remark);
            }
        }
        for (Node from : Members.items(spec, "dataFrom")) {
            Node extract = Members.at(from, "extract");
            if (extract != null) {
                return valueFrom(extract, inner, from, remark);
            }
        }
        SecretOrigins.sayMissing(located.object(), key, remark);
        return null;
    }

    @Override
    public @Nullable String whole(Remark remark) {
        List<String> names = new ArrayList<>();
        List<Node> remotes = new ArrayList<>();
        for (Node data : Members.items(spec, "data")) {
            remotes.add(data.nearest("remoteRef"));
        }
        for (Node from : Members.items(spec, "dataFrom")) {
            remotes.add(from.nearest("extract"));
        }
        for (Node remote : remotes) {
            String name = Members.text(remote, "key");
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        if (names.size() != 1 || provider(spec, remark) == Provider.FOREIGN) {
            return null;
        }
        boolean parameter = provider(spec, remark) == Provider.PARAMETER_STORE;
        return new RemoteSecret(parameter, names.get(0), null, null, home(spec)).whole(context, remark);
    }

    private @Nullable String valueFrom(Node remote, @Nullable String property, Node entry, Remark remark) {
        String name = Members.text(remote, "key");
        if (name == null) {
            return null;
        }
        Node own = entry.child("sourceRef");
        Node referring = own == null ? spec : own;
        Provider provider = provider(referring, remark);
        if (provider == Provider.FOREIGN) {
            return SecretOrigins.arnOf(located.object().getMetadata().getName(), context) + ":"
                    + (property == null ? Members.text(entry, "secretKey") : property) + "::";
        }
        boolean parameter = provider == Provider.PARAMETER_STORE;
        String key = property == null ? null : GjsonPath.key(property);
        if (property != null && key == null && !parameter) {
            RemoteSecret.sayNested(property, remark);
        }
        return new RemoteSecret(
                        parameter, name, parameter ? property : key, Members.text(remote, "version"), home(referring))
                .valueFrom(context, remark);
    }

    /** A template that only gives a key another name: {@code "{{ .password }}"}; null for any other. */
    private @Nullable String ofTemplate(String key) {
        String template = Members.text(spec, "target", "template", "data", key);
        if (template == null) {
            return key;
        }
        String text = template.trim();
        boolean simple = text.startsWith("{{") && text.endsWith("}}") && text.indexOf('}') == text.length() - 2;
        String inner = simple ? text.substring(2, text.length() - 2).trim() : "";
        return inner.startsWith(".") && inner.indexOf(' ') < 0 ? inner.substring(1) : null;
    }

    private enum Provider {
        SECRETS_MANAGER,
        PARAMETER_STORE,
        FOREIGN
    }

    /** The store in an object's {@code secretStoreRef} or {@code storeRef}; null when the input does not have it. */
    private @Nullable LocatedObject store(Node referring) {
        Node reference = Members.at(referring, STORE_REF);
        reference = reference == null ? Members.at(referring, "storeRef") : reference;
        String given = reference == null ? null : Members.text(reference, "kind");
        return reference == null
                ? null
                : context.lookUp(given == null ? "SecretStore" : given, Members.text(reference, "name"));
    }

    private RemoteSecret.Home home(Node referring) {
        LocatedObject store = store(referring);
        Node aws = store == null ? null : Members.at(store.node(), "spec", "provider", "aws");
        return aws == null
                ? RemoteSecret.Home.HERE
                : new RemoteSecret.Home(Members.text(aws, "region"), Members.text(aws, "role"));
    }

    /** The service that an object's store reads from. */
    private Provider provider(Node referring, Remark remark) {
        LocatedObject store = store(referring);
        if (store == null) {
            return Provider.SECRETS_MANAGER;
        }
        String kind = store.object().getKind();
        String name = store.object().getMetadata().getName();
        context.use(store.object());
        for (var provider : Members.entries(store.node(), "spec", "provider")) {
            if (!provider.key().equals("aws")) {
                remark.say(
                        FindingCode.SECRET_STORE_FOREIGN,
                        kind + " " + name + " reads from " + provider.key() + ", ECS from AWS only; "
                                + SecretOrigins.arnOf(
                                        located.object().getMetadata().getName(), context)
                                + " asks for the ARN of a secret with the same keys",
                        "copy the values to Secrets Manager");
                return Provider.FOREIGN;
            }
        }
        if (Members.at(store.node(), "spec", "provider", "aws", "auth") != null) {
            String message = "the execution role reads the secrets, and needs no login";
            once("auth", store, context, message, "spec", "provider", "aws", "auth");
        }
        if (Members.at(store.node(), "spec", "provider", "aws", "role") != null) {
            String message = "the execution role reads the secrets itself";
            once("role", store, context, message, "spec", "provider", "aws", "role");
        }
        String service = Members.text(store.node(), "spec", "provider", "aws", "service");
        return "ParameterStore".equals(service) ? Provider.PARAMETER_STORE : Provider.SECRETS_MANAGER;
    }
}
