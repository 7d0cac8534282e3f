package io.github.ecs2k8s.internal.write;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logical ids: letters and digits, unique
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html).
 */
public final class LogicalIds {
    private static final int LONGEST = 200;

    private final Set<String> taken = new HashSet<>();

    /** A logical id that is not taken yet: the given one where there is one, otherwise from a name and a kind. */
    String take(@Nullable String given, String name, PartKind kind) {
        String id = given == null ? "" : isLegal(given) ? given : pascal(given);
        if (id.isEmpty()) {
            String pascal = pascal(name);
            id = pascal.endsWith(kind.suffix()) ? pascal : pascal + kind.suffix();
        }
        return unique(id);
    }

    /** An id, with a number behind it where another part has it. */
    public String unique(String wanted) {
        String cut = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        String id = cut;
        for (int i = 2; !taken.add(id); i++) {
            id = cut + i;
        }
        return id;
    }

    private static boolean isLegal(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (!isLetterOrDigit(id.charAt(i))) {
                return false;
            }
        }
        return !id.isEmpty();
    }

    /** {@code ShopWeb} for {@code shop-web}, {@code /shop/web} and {@code shop_web}. */
    public static String pascal(String name) {
        StringBuilder id = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isLetterOrDigit(c)) {
                id.append(start ? Character.toUpperCase(c) : c);
            }
            start = !isLetterOrDigit(c);
        }
        return id.toString();
    }

    /** {@code shop-web} for {@code ShopWeb}; {@code ecs-cluster} for {@code ECSCluster}. */
    public static String kebab(String id) {
        return words(id, '-').toLowerCase(Locale.ROOT);
    }

    /** {@code SHOP_WEB} for {@code ShopWeb} and for {@code Shop.Web}. */
    public static String upperSnake(String id) {
        return words(id, '_').toUpperCase(Locale.ROOT);
    }

    private static String words(String id, char between) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            boolean afterLower = i > 0 && !(id.charAt(i - 1) >= 'A' && id.charAt(i - 1) <= 'Z');
            boolean beforeLower = i + 1 < id.length() && id.charAt(i + 1) >= 'a' && id.charAt(i + 1) <= 'z';
            boolean start = upper && (afterLower || beforeLower) || !isLetterOrDigit(c);
            if (start && !words.isEmpty() && words.charAt(words.length() - 1) != between) {
                words.append(between);
            }
            if (isLetterOrDigit(c)) {
                words.append(c);
            }
        }
        return words.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
