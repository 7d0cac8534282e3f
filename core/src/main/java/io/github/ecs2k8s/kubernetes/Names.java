package io.github.ecs2k8s.kubernetes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The one place where names, labels and keys become valid in Kubernetes. Pure functions; whatever goes in, what comes
 * out is accepted by the API server. Different inputs can give the same name: {@link NameScope} keeps them apart.
 *
 * <p>Rules: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set.
 */
public final class Names {
    /** The longest DNS label: names of containers, volumes, namespaces and everything that becomes a host name. */
    public static final int MAX_LABEL = 63;

    /** The longest DNS subdomain and the longest key of a ConfigMap or Secret. */
    public static final int MAX_SUBDOMAIN = 253;

    /** The longest port name. */
    public static final int MAX_PORT_NAME = 15;

    private static final int SUFFIX = 6;

    // No vowels, so that no word appears; no digits, so that a suffix alone makes a port name valid.
    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz";

    private Names() {}

    /** A DNS-1123 label of at most 63 characters. */
    public static String dnsLabel(String original) {
        return dnsLabel(original, MAX_LABEL);
    }

    /**
     * A DNS-1123 label: lower case, everything but letters and digits is one {@code -} between two of them. What is too
     * long is cut, and what holds nothing usable is called {@code name}; both then end in a suffix from the digest of
     * the original, so that the name is the same in every run.
     *
     * @param max the longest name allowed, 8 to 63
     */
    public static String dnsLabel(String original, int max) {
        return fit(hyphenated(original, false), original, max, "name");
    }

    /** A DNS-1123 subdomain: dot-separated labels, 253 characters at most. */
    public static String dnsSubdomain(String original) {
        return fit(hyphenated(original, true), original, MAX_SUBDOMAIN, "name");
    }

    /**
     * An IANA service name: at most 15 of lower-case letters, digits and single hyphens, with at least one letter. What
     * is too long is cut at the end of a word.
     */
    public static String portName(String original) {
        String name = hyphenated(original, false);
        if (!name.isEmpty() && !hasLetter(name)) {
            name = "port-" + name;
        }
        if (name.length() > MAX_PORT_NAME) {
            int wordEnd = name.lastIndexOf('-', MAX_PORT_NAME);
            String words = wordEnd < 0 ? "" : name.substring(0, wordEnd);
            if (hasLetter(words) && !words.equals("port")) {
                return words;
            }
        }
        return fit(name, original, MAX_PORT_NAME, "port");
    }

    /** A key of a ConfigMap or Secret: letters, digits, {@code -}, {@code _} and {@code .}; others become {@code _}. */
    public static String configMapKey(String original) {
        StringBuilder key = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            key.append(isKeyCharacter(c) ? c : '_');
        }
        // A key is a file name when mounted: "." and ".." and what begins like them are refused.
        if (original.equals(".") || original.startsWith("..")) {
            key.setCharAt(0, '_');
        }
        return fit(key.toString(), original, MAX_SUBDOMAIN, "key");
    }

    /** Whether this is a DNS-1123 label. */
    public static boolean isDnsLabel(String text) {
        return text.length() <= MAX_LABEL && isLowerHyphenated(text);
    }

    /** Whether this is a DNS-1123 subdomain. */
    public static boolean isDnsSubdomain(String text) {
        if (text.length() > MAX_SUBDOMAIN) {
            return false;
        }
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isLowerHyphenated(text.substring(start, dot))) {
                return false;
            }
            start = dot + 1;
        }
        return isLowerHyphenated(text.substring(start));
    }

    /** Whether this is an IANA service name of at most 15 characters. */
    public static boolean isPortName(String text) {
        return text.length() <= MAX_PORT_NAME && isLowerHyphenated(text) && !text.contains("--") && hasLetter(text);
    }

    /** Whether this is a label key: a name of at most 63 characters, with or without a DNS subdomain and a slash before. */
    public static boolean isLabelKey(String text) {
        int slash = text.indexOf('/');
        return (slash < 0 || isDnsSubdomain(text.substring(0, slash))) && isQualifiedPart(text.substring(slash + 1));
    }

    /** Whether this is a label value: empty, or at most 63 characters that begin and end with a letter or digit. */
    public static boolean isLabelValue(String text) {
        return text.isEmpty() || isQualifiedPart(text);
    }

    /** Whether this is an annotation key: a label key, except that upper case is allowed before the slash. */
    public static boolean isAnnotationKey(String text) {
        return isLabelKey(lowerCase(text));
    }

    /** Whether this is a key of a ConfigMap or a Secret. */
    public static boolean isConfigMapKey(String text) {
        return text.length() <= MAX_SUBDOMAIN && isFileLike(text);
    }

    /**
     * Whether every Kubernetes accepts this as the name of an environment variable. From 1.34 on,
     * {@link #isRelaxedEnvName} is enough.
     */
    public static boolean isEnvName(String text) {
        return isFileLike(text) && !isDigit(text.charAt(0));
    }

    /** Whether Kubernetes 1.34 and newer accepts this as the name of an environment variable: no control, no {@code =}. */
    public static boolean isRelaxedEnvName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '=') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** A valid name with a suffix from the digest of {@code seed}, cut so that both fit into {@code max}. */
    static String suffixed(String valid, String seed, int max) {
        int end = Math.min(valid.length(), max - SUFFIX - 1);
        while (end > 0 && !isLetterOrDigit(valid.charAt(end - 1))) {
            end--;
        }
        String suffix = digest(seed);
        return end == 0 ? suffix : valid.substring(0, end) + "-" + suffix;
    }

    private static String fit(String name, String original, int max, String nothing) {
        if (max < SUFFIX + 2) {
            throw new IllegalArgumentException("no room for a suffix in " + max + " characters");
        }
        if (name.isEmpty()) {
            return suffixed(nothing, original, max);
        }
        return name.length() > max ? suffixed(name, original, max) : name;
    }

    /** Letters and digits in lower case, one hyphen for whatever stands between them; dots kept when asked. */
    private static String hyphenated(String original, boolean keepDots) {
        StringBuilder name = new StringBuilder(original.length());
        char gap = 0;
        for (int i = 0; i < original.length(); i++) {
            char c = lowerCase(original.charAt(i));
            if (isLetterOrDigit(c)) {
                if (gap != 0 && name.length() > 0) {
                    name.append(gap);
                }
                gap = 0;
                name.append(c);
            } else if (gap != '.') {
                gap = keepDots && c == '.' ? '.' : '-';
            }
        }
        return name.toString();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            char[] letters = new char[SUFFIX];
            for (int i = 0; i < SUFFIX; i++) {
                letters[i] = SUFFIX_LETTERS.charAt((hash[i] & 0xff) % SUFFIX_LETTERS.length());
            }
            return new String(letters);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isLowerHyphenated(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLowerOrDigit(c) && (c != '-' || i == 0 || i == text.length() - 1)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isQualifiedPart(String text) {
        if (text.isEmpty() || text.length() > MAX_LABEL) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isKeyCharacter(text.charAt(i))) {
                return false;
            }
        }
        return isLetterOrDigit(text.charAt(0)) && isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private static boolean isFileLike(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isKeyCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && !text.equals(".") && !text.startsWith("..");
    }

    private static boolean isKeyCharacter(char c) {
        return isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }

    private static String lowerCase(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = lowerCase(lower[i]);
        }
        return new String(lower);
    }

    /** ASCII only: a Turkish dotless i or a Kelvin sign must not turn into a letter. */
    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
