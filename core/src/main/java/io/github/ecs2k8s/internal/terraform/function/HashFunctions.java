package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Checksums of texts (https://developer.hashicorp.com/terraform/language/functions/sha256 and what stands beside it). */
final class HashFunctions {
    private HashFunctions() {}

    static @Nullable Value call(String name, Arguments given) {
        String hash = switch (name) {
            case "md5" -> hex(given, "MD5");
            case "sha1" -> hex(given, "SHA-1");
            case "sha256" -> hex(given, "SHA-256");
            case "sha512" -> hex(given, "SHA-512");
            case "base64sha256" -> base64(given, "SHA-256");
            case "base64sha512" -> base64(given, "SHA-512");
            default -> null;
        };
        return hash == null ? null : Value.Text.of(given.location(), hash);
    }

    private static String hex(Arguments given, String algorithm) {
        return HexFormat.of().formatHex(digest(given.text(0), algorithm));
    }

    private static String base64(Arguments given, String algorithm) {
        return Base64.getEncoder().encodeToString(digest(given.text(0), algorithm));
    }

    private static byte[] digest(String text, String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
