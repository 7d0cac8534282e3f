package io.github.ecs2k8s.finding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises credentials: by the name of a field or variable, and in a text. */
public final class Credentials {
    private static final List<String> ENDINGS = List.of(
            "PASSWORD",
            "PASSWORDS",
            "PASSWD",
            "PASSPHRASE",
            "SECRET",
            "TOKEN",
            "API_KEY",
            "APIKEY",
            "PRIVATE_KEY",
            "ACCESS_KEY",
            "SECRET_KEY",
            "SECRET_KEY_BASE",
            "MASTER_KEY",
            "ENCRYPTION_KEY",
            "SIGNING_KEY",
            "CONNECTION_STRING");

    /** These are credentials as whole words only: {@code DB_PASS}, and not {@code BYPASS}. */
    private static final List<String> WORDS = List.of("PASS", "PWD", "CREDENTIAL", "CREDENTIALS", "KEY_DATA");

    /** The shell's own. */
    private static final List<String> HARMLESS = List.of("PWD", "OLDPWD");

    private static final Pattern URL_WITH_PASSWORD =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,40}://[^/\\s:@?#]{0,200}:[^/\\s@$(<{]{1,300}@");
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY");

    /** A name of a credential with a value behind it, as JSON, YAML, properties and command lines have it; no ARN. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(?<!:)(password|passwd|passphrase|secret|token|api_?key|private_?key|access_?key|secret_?key)"
                    + "\\\\?[\"']?\\s{0,8}[:=]\\s{0,8}\\\\?[\"']?[^\\s\"'$({<,:}]");

    private Credentials() {}

    /** Whether a field or variable of this name holds a credential: {@code DB_PASSWORD}, {@code clientSecret}. */
    public static boolean isName(String name) {
        String words = words(name);
        if (HARMLESS.contains(words)) {
            return false;
        }
        for (String ending : ENDINGS) {
            if (words.endsWith(ending)) {
                return true;
            }
        }
        for (String word : WORDS) {
            if (words.equals(word) || words.endsWith("_" + word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is one by itself: a URL with a password in it, or a private key. */
    public static boolean isValue(String text) {
        return URL_WITH_PASSWORD.matcher(text).find()
                || PRIVATE_KEY.matcher(text).find();
    }

    /** Whether one stands somewhere in a text, a file's for example: a value, or a name with something behind it. */
    public static boolean isIn(String text) {
        return isValue(text) || ASSIGNED.matcher(text).find();
    }

    /** {@code clientSecret} and {@code client-secret} are {@code CLIENT_SECRET}. */
    private static String words(String name) {
        StringBuilder words = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            words.append(begins ? "_" : "").append(Character.isLetterOrDigit(c) ? c : '_');
        }
        return words.toString().toUpperCase(Locale.ROOT);
    }
}
