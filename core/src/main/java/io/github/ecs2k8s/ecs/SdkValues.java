package io.github.ecs2k8s.ecs;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.traits.DefaultValueTrait;

/** What a model object of the SDK says, without what the SDK would add when it is sent. */
public final class SdkValues {

    private SdkValues() {}

    /** The value of a field; null when it is absent. */
    public static @Nullable Object of(SdkPojo model, SdkField<?> field) {
        if (model instanceof SdkRequest request && field.containsTrait(DefaultValueTrait.class)) {
            // A token against doing a thing twice: another one each time it is asked for.
            return request.getValueForField(field.memberName(), Object.class).orElse(null);
        }
        return field.getValueOrDefault(model);
    }
}
