package io.github.ecs2k8s.ecs.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record of this package holds, under the API's names.
 *
 * @param type the record's class
 * @param members in the order of the record
 */
public record RecordShape(Class<?> type, List<Member> members) {

    /**
     * One component.
     *
     * @param name the API's name, with a capital first letter
     * @param also further names that are read as this one
     * @param kind the class of the value: of a list's elements, of a map's values, or of the component itself
     * @param isList whether it is a list of {@code kind}
     * @param isMap whether it is a map of text to {@code kind}
     */
    public record Member(String name, List<String> also, Class<?> kind, boolean isList, boolean isMap) {

        /** Whether its values, or its elements, are objects with a shape of their own. */
        public boolean isStructure() {
            return kind.isRecord();
        }

        /** Whether a key means this member; upper and lower case do not differ in any of the APIs. */
        boolean answersTo(String key) {
            if (name.equalsIgnoreCase(key)) {
                return true;
            }
            for (String other : also) {
                if (other.equalsIgnoreCase(key)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Looking at a class and its annotations takes long, and an input may hold thousands of records. */
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return derive(type);
        }
    };

    /** The shape of a record class. */
    public static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static RecordShape derive(Class<?> type) {
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            members.add(member(component));
        }
        return new RecordShape(type, List.copyOf(members));
    }

    private static Member member(RecordComponent component) {
        ApiName given = component.getAnnotation(ApiName.class);
        String own = component.getName();
        String name = given == null || given.value().isEmpty()
                ? Character.toUpperCase(own.charAt(0)) + own.substring(1)
                : given.value();
        List<String> also = given == null ? List.of() : List.of(given.also());
        if (component.getGenericType() instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean isMap = component.getType() == Map.class;
            return new Member(name, also, (Class<?>) arguments[isMap ? 1 : 0], !isMap, isMap);
        }
        return new Member(name, also, component.getType(), false, false);
    }

    /** The member that a key means, in whatever case it is written; null for none. */
    public @Nullable Member find(String key) {
        for (Member member : members) {
            if (member.answersTo(key)) {
                return member;
            }
        }
        return null;
    }

    /** The names of all members. */
    public List<String> names() {
        List<String> names = new ArrayList<>(members.size());
        for (Member member : members) {
            names.add(member.name());
        }
        return names;
    }

    /**
     * A record with the given values by member name; absent ones are null, or empty where they are lists or maps.
     *
     * @param values values of the members' own types
     */
    public Object create(Map<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = values.get(members.get(i).name());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("not a public record: " + type, e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the constructor of " + type + " refuses what was read", e);
        }
    }
}
