package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.source.Node;
import java.util.Locale;

/**
 * Names for resources of a CloudFormation template, or of a Terraform configuration, that leave theirs to the service: from
 * the logical id, or the address.
 */
public final class LogicalNames {
    private static final int HASH = 8;
    private static final String[] KINDS = {
        "-service", "-cluster", "-definition", "-def", "-rule", "-schedule", "-scheduled-event", "-ecs"
    };

    private LogicalNames() {}

    /**
     * {@code front-end} for {@code FrontEndService} and for CDK's {@code FrontEndService3C6CBAA5}; the name of the
     * template where the logical id only says what kind of thing it is.
     *
     * @param place a value of the template
     */
    public static String of(String logicalId, Node place) {
        String name = logicalId.indexOf('.') < 0
                ? kebab(withoutHash(logicalId))
                : TerraformAddress.parse(logicalId).words();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String kind : KINDS) {
                if (("-" + name).endsWith(kind)) {
                    name = name.length() < kind.length() ? "" : name.substring(0, name.length() - kind.length());
                    changed = true;
                }
            }
        }
        return name.isEmpty() ? template(place.location().file()) : name;
    }

    /** CDK appends eight hexadecimal digits. */
    private static String withoutHash(String id) {
        int start = id.length() - HASH;
        if (start <= 0) {
            return id;
        }
        boolean digit = false;
        for (int i = start; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'F')) {
                return id;
            }
            digit |= c <= '9';
        }
        return digit ? id.substring(0, start) : id;
    }

    /** {@code FrontEnd} as {@code front-end}, {@code ECSCluster} as {@code ecs-cluster}. */
    private static String kebab(String id) {
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean upper = Character.isUpperCase(c);
            boolean afterLower = i > 0 && !Character.isUpperCase(id.charAt(i - 1));
            boolean beforeLower = i + 1 < id.length() && Character.isLowerCase(id.charAt(i + 1));
            if (upper && i > 0 && (afterLower || beforeLower)) {
                kebab.append('-');
            }
            kebab.append(c);
        }
        return kebab.toString().toLowerCase(Locale.ROOT);
    }

    /** {@code shop} for {@code deploy/shop.template.yaml}. */
    private static String template(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
