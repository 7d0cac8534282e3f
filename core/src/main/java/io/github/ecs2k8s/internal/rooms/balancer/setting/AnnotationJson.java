package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON in annotations of the AWS Load Balancer Controller, which finds members without regard to case, as Go's decoder does:
 * {@code TargetGroupArn} is {@code targetGroupARN} (https://pkg.go.dev/encoding/json#Unmarshal). Values keep theirs.
 */
public final class AnnotationJson {
    /** Below it every name is somebody's own. */
    private static final String FREE = "authenticationRequestExtraParams";

    private static final Map<String, String> MEMBERS = Stream.of(
                    "type",
                    "redirectConfig",
                    "protocol",
                    "port",
                    "host",
                    "path",
                    "query",
                    "statusCode",
                    "fixedResponseConfig",
                    "contentType",
                    "messageBody",
                    "forwardConfig",
                    "targetGroups",
                    "targetGroupARN",
                    "targetGroupName",
                    "serviceName",
                    "servicePort",
                    "weight",
                    "targetGroupStickinessConfig",
                    "enabled",
                    "durationSeconds",
                    "field",
                    "hostHeaderConfig",
                    "pathPatternConfig",
                    "httpHeaderConfig",
                    "httpHeaderName",
                    "httpRequestMethodConfig",
                    "queryStringConfig",
                    "sourceIPConfig",
                    "values",
                    "regexValues",
                    "key",
                    "value",
                    "urlRewriteConfig",
                    "hostHeaderRewriteConfig",
                    "rewrites",
                    "regex",
                    "replace",
                    "mode",
                    "trustStore",
                    "ignoreClientCertificateExpiry",
                    "advertiseTrustStoreCaNames",
                    "issuer",
                    "authorizationEndpoint",
                    "tokenEndpoint",
                    "userInfoEndpoint",
                    "secretName",
                    "userPoolARN",
                    "userPoolClientID",
                    "userPoolDomain",
                    FREE)
            .collect(Collectors.toMap(member -> member.toLowerCase(Locale.ROOT), Function.identity()));

    private AnnotationJson() {}

    /** The value as a tree with the members' usual names; null when it is no JSON. */
    public static @Nullable Node parse(@Nullable String json) {
        Node tree = JsonTree.parse(json);
        return tree == null ? null : usual(tree);
    }

    private static Node usual(Node node) {
        if (node instanceof SequenceNode list) {
            List<Node> items = list.items().stream().map(AnnotationJson::usual).toList();
            return new SequenceNode(list.location(), list.pointer(), list.tag(), items);
        }
        if (!(node instanceof MappingNode object)) {
            return node;
        }
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (MappingNode.Entry entry : object.entries()) {
            String name = MEMBERS.getOrDefault(entry.key().toLowerCase(Locale.ROOT), entry.key());
            Node value = name.equals(FREE) ? entry.value() : usual(entry.value());
            entries.add(new MappingNode.Entry(name, entry.keyLocation(), value));
        }
        return new MappingNode(object.location(), object.pointer(), object.tag(), entries);
    }
}
