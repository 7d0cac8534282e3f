package io.github.ecs2k8s.internal.read;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The legal values of the enum members of SDK model classes. The SDK's field descriptions call such members strings;
 * only the return type of the getter tells, so it is asked once per class.
 */
public final class EnumMembers {
    private static final ClassValue<Map<String, List<String>>> BY_BUILDER = new ClassValue<>() {
        @Override
        protected Map<String, List<String>> computeValue(Class<?> builder) {
            Class<?> model = builder.getEnclosingClass();
            Map<String, List<String>> members = new HashMap<>();
            if (model == null) {
                return members;
            }
            for (Method getter : model.getMethods()) {
                Class<?> type = enumOf(getter);
                if (type != null) {
                    members.put(getter.getName(), values(type));
                }
            }
            return members;
        }
    };

    private EnumMembers() {}

    /**
     * The values the service accepts for a member or for the elements of a list member.
     *
     * @param builder a builder of the model class
     * @return in the order of the model; empty when any text is accepted
     */
    public static List<String> legalValues(SdkPojo builder, String memberName) {
        return BY_BUILDER.get(builder.getClass()).getOrDefault(memberName, List.of());
    }

    private static @Nullable Class<?> enumOf(Method getter) {
        if (getter.getParameterCount() > 0) {
            return null;
        }
        Class<?> type = getter.getReturnType();
        if (type == List.class && getter.getGenericReturnType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return element instanceof Class<?> e && e.isEnum() ? e : null;
        }
        return type.isEnum() ? type : null;
    }

    private static List<String> values(Class<?> type) {
        List<String> values = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            if (!((Enum<?>) constant).name().equals("UNKNOWN_TO_SDK_VERSION")) {
                values.add(constant.toString());
            }
        }
        return List.copyOf(values);
    }
}
