package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * CloudFormation property names → the API's member names: {@code ContainerDefinitions} is {@code containerDefinitions},
 * {@code FilesystemId} is {@code fileSystemId}. They differ in nothing but case, with one exception; keys of maps are the
 * user's own and stay.
 */
final class ApiKeys {

    private ApiKeys() {}

    /** The object with the member names of a model; a property the model does not have keeps its name. */
    static MappingNode rename(MappingNode object, SdkPojo model) {
        List<MappingNode.Entry> entries = new ArrayList<>(object.entries().size());
        for (MappingNode.Entry entry : object.entries()) {
            SdkField<?> field = field(model, entry.key());
            String key = field == null ? entry.key() : field.locationName();
            entries.add(new MappingNode.Entry(key, entry.keyLocation(), value(entry.value(), field)));
        }
        return new MappingNode(object.location(), object.pointer(), object.tag(), entries);
    }

    private static @Nullable SdkField<?> field(SdkPojo model, String property) {
        for (SdkField<?> field : model.sdkFields()) {
            String name = field.locationName();
            if (name.equalsIgnoreCase(property)
                    || name.equals("properties") && property.equals("ProxyConfigurationProperties")) {
                return field;
            }
        }
        return null;
    }

    private static Node value(Node node, @Nullable SdkField<?> field) {
        if (field == null) {
            return node;
        }
        if (node instanceof MappingNode mapping && field.marshallingType() == MarshallingType.SDK_POJO) {
            return rename(mapping, field.constructor().get());
        }
        if (node instanceof SequenceNode sequence && field.marshallingType() == MarshallingType.LIST) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Node> items = new ArrayList<>(sequence.items().size());
            for (Node item : sequence.items()) {
                items.add(value(item, member));
            }
            return new SequenceNode(sequence.location(), sequence.pointer(), sequence.tag(), items);
        }
        return node;
    }
}
