package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The annotations of one object while controllers' settings are read from them; what nobody has read is known after. */
public final class Annotations {
    /** What the annotations of Ingresses begin with that the AWS Load Balancer Controller reads. */
    public static final String ALB_PREFIX = "alb.ingress.kubernetes.io/";

    /** What the annotations of Services begin with that it reads. */
    public static final String NETWORK_PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";

    private final LocatedObject located;
    private final BundleToEcs context;
    private final Map<String, String> all;
    private final Set<String> read = new LinkedHashSet<>();

    public Annotations(LocatedObject located, BundleToEcs context) {
        this.located = located;
        this.context = context;
        Map<String, String> given = located.object().getMetadata().getAnnotations();
        this.all = given == null ? Map.of() : given;
    }

    /** The value of an annotation, which counts as read; null when there is none or it is empty. */
    @Nullable public String take(String key) {
        String value = all.get(key);
        if (value == null) {
            return null;
        }
        read.add(key);
        return value.isBlank() ? null : value.trim();
    }

    /** Whether an annotation is there, without reading it. */
    public boolean has(String key) {
        String value = all.get(key);
        return value != null && !value.isBlank();
    }

    /** Whether an annotation says {@code true}. */
    public boolean isTrue(String key) {
        return "true".equals(word(key, "false", "true"));
    }

    /** One of a few words, in small letters; null, with a finding, for any other. */
    @Nullable public String word(String key, String... known) {
        String value = take(key);
        String small = value == null ? null : value.toLowerCase(Locale.ROOT);
        if (small == null || List.of(known).contains(small)) {
            return small;
        }
        find(
                FindingCode.UNKNOWN_VALUE,
                "\"" + value + "\" is none of " + String.join(", ", known) + "; it is left out",
                null,
                key);
        return null;
    }

    /** A number; null, with a finding, when there is none. */
    @Nullable public Integer number(String key) {
        String value = take(key);
        if (value == null) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            find(FindingCode.INVALID_VALUE, "\"" + value + "\" is no number; it is left out", null, key);
            return null;
        }
    }

    /** The items of a list with commas between them. */
    public List<String> list(String key) {
        String value = take(key);
        List<String> items = new ArrayList<>();
        for (String item : value == null ? new String[0] : value.split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.trim());
            }
        }
        return items;
    }

    /** Pairs like {@code a=1,b=2}, in their order. */
    public Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String item : list(key)) {
            int equals = item.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        item.substring(0, equals).trim(),
                        item.substring(equals + 1).trim());
            } else {
                find(FindingCode.INVALID_VALUE, "\"" + item + "\" is no key=value; it is left out", null, key);
            }
        }
        return pairs;
    }

    /** The keys that begin with a prefix, in the order of the text. */
    public List<String> beginning(String prefix) {
        List<String> keys = new ArrayList<>();
        for (String key : all.keySet()) {
            if (key.startsWith(prefix)) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The keys that nobody has read, in the order of the text. */
    public List<String> unread() {
        List<String> keys = new ArrayList<>();
        for (String key : all.keySet()) {
            if (!read.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Says something about an annotation, which counts as read. */
    public void find(FindingCode code, String message, @Nullable String hint, String key) {
        read.add(key);
        context.at(located.node(), "metadata", "annotations", key).report(code, message, hint);
    }
}
