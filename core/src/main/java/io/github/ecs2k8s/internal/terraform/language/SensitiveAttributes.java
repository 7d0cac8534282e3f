package io.github.ecs2k8s.internal.terraform.language;

/** What the AWS provider's schema calls sensitive, as far as a configuration can say it. */
final class SensitiveAttributes {
    private SensitiveAttributes() {}

    /** Whether an attribute of a type must not be shown. */
    static boolean has(String type, String attribute) {
        return switch (attribute) {
            case "password",
                    "master_password",
                    "admin_password",
                    "secret_string",
                    "secret_binary",
                    "auth_token",
                    "client_secret",
                    "private_key",
                    "private_key_pem",
                    "secret",
                    "ses_smtp_password_v4" -> true;
            case "value" -> type.equals("aws_ssm_parameter");
            case "result" -> type.equals("random_password");
            default -> false;
        };
    }
}
