package io.github.ecs2k8s.internal.rooms.identity;

import io.github.ecs2k8s.kubernetes.Names;

/**
 * An IAM role as task definitions name it: a full ARN, a short name, or a template's placeholder for either.
 *
 * @param text as written, not blank
 */
record RoleReference(String text) {
    private static final int ACCOUNT_DIGITS = 12;

    /** Whether it is {@code arn:PARTITION:iam::ACCOUNT:role/NAME}, with or without a path before the name. */
    boolean isComplete() {
        String[] parts = text.split(":", 6);
        return parts.length == 6
                && parts[0].equals("arn")
                && parts[1].startsWith("aws")
                && parts[2].equals("iam")
                && parts[3].isEmpty()
                && isAccount(parts[4])
                && parts[5].startsWith("role/")
                && isRoleName(lastPart());
    }

    /** Whether it is a role's name alone, which ECS completes with its own account number. */
    boolean isShortName() {
        return isRoleName(text);
    }

    /** The name of the ServiceAccount for it: the role's name without its path, {@code fallback} where that is unknown. */
    String accountName(String fallback) {
        String name = isRoleName(lastPart()) ? Names.dnsLabel(lastPart()) : fallback;
        // Every namespace has a ServiceAccount "default", and every Pod without another one would get the role.
        return name.equals("default") ? "default-role" : name;
    }

    private String lastPart() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static boolean isAccount(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return false;
            }
        }
        return part.length() == ACCOUNT_DIGITS;
    }

    /** Letters, digits and {@code _+=,.@-} (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html). */
    private static boolean isRoleName(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && "_+=,.@-".indexOf(c) < 0) {
                return false;
            }
        }
        return !part.isEmpty();
    }
}
