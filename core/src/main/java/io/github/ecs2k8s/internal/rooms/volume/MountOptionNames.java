package io.github.ecs2k8s.internal.rooms.volume;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Mount options in a message: of those with values only the names, because one may be a password. */
final class MountOptionNames {
    private MountOptionNames() {}

    /** {@code username=u,password=p} and {@code ro} are {@code username=…, password=…, ro}. */
    static String of(List<String> options) {
        Set<String> names = new LinkedHashSet<>();
        for (String option : options) {
            for (String one : option.split(",", -1)) {
                int equals = one.indexOf('=');
                names.add(equals < 0 ? one.strip() : one.substring(0, equals).strip() + "=…");
            }
        }
        return String.join(", ", names);
    }
}
