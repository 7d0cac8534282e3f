package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the options of Docker's {@code local} driver mean: they are those of {@code mount}, and turn a volume into a network
 * file system, a bind mount or memory (https://docs.docker.com/reference/cli/docker/volume/create/#opt).
 *
 * @param type the file system type, empty when not given
 * @param device what to mount, empty when not given
 * @param options the comma-separated mount options, in their order
 */
record DriverOptions(String type, String device, List<String> options) {
    static final String TYPE = "type";
    static final String DEVICE = "device";
    static final String OPTIONS = "o";

    /** Reads the driver's three options; null when there is one it does not know. */
    static @Nullable DriverOptions of(Map<String, String> driverOpts) {
        String type = "";
        String device = "";
        List<String> options = new ArrayList<>();
        for (Map.Entry<String, String> entry : driverOpts.entrySet()) {
            String value = entry.getValue();
            switch (entry.getKey()) {
                case TYPE -> type = value;
                case DEVICE -> device = value;
                case OPTIONS -> options.addAll(split(value));
                default -> {
                    return null;
                }
            }
        }
        return new DriverOptions(type, device, List.copyOf(options));
    }

    private static List<String> split(String options) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= options.length()) {
            int comma = options.indexOf(',', start);
            int end = comma < 0 ? options.length() : comma;
            if (end > start) {
                parts.add(options.substring(start, end));
            }
            start = end + 1;
        }
        return parts;
    }

    /** An NFS mount whose server and path are known. */
    boolean isNfs() {
        return (type.equals("nfs") || type.equals("nfs4")) && !server().isEmpty() && path().startsWith("/");
    }

    /** A directory of the host under another name. */
    boolean isBind() {
        return (type.isEmpty() || type.equals("none"))
                && (options.contains("bind") || options.contains("rbind"))
                && device.startsWith("/");
    }

    boolean isMemory() {
        return type.equals("tmpfs");
    }

    /** The value of a {@code key=value} option, empty when it is not there. */
    String option(String key) {
        for (String option : options) {
            if (option.startsWith(key + "=")) {
                return option.substring(key.length() + 1);
            }
        }
        return "";
    }

    /** The NFS server: the {@code addr} option, which Docker needs, or what stands before the path. */
    String server() {
        String address = option("addr");
        int colon = device.indexOf(":/");
        return address.isEmpty() && colon > 0 ? device.substring(0, colon) : address;
    }

    /** The exported directory. */
    String path() {
        int colon = device.indexOf(":/");
        return colon < 0 ? "" : device.substring(colon + 1);
    }

    /** All options but {@code addr}, which Kubernetes gives itself. */
    List<String> mountOptions() {
        return optionsBesides("addr");
    }

    /** All options but those of one key. */
    List<String> optionsBesides(String key) {
        List<String> others = new ArrayList<>(options);
        others.removeIf(option -> option.startsWith(key + "="));
        return others;
    }

    /** The size of a tmpfs, with Docker's binary suffixes {@code k}, {@code m} and {@code g}; null when not given. */
    @Nullable Quantity size() {
        String text = option("size").toLowerCase(Locale.ROOT);
        int end = text.length();
        String unit = "";
        if (end > 0 && "kmg".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
            unit = text.charAt(end) == 'k' ? "Ki" : text.charAt(end) == 'm' ? "Mi" : "Gi";
        }
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return end == 0 || end > 15 ? null : new Quantity(text.substring(0, end), unit);
    }

    /** An NFS mount, as the way back writes it. */
    static DriverOptions nfs(String server, String path, List<String> mountOptions) {
        List<String> options = new ArrayList<>();
        options.add("addr=" + server);
        options.addAll(mountOptions);
        return new DriverOptions("nfs", ":" + path, options);
    }

    /** A tmpfs, as the way back writes it. */
    static DriverOptions memory(int mib) {
        return new DriverOptions("tmpfs", "tmpfs", mib == 0 ? List.of() : List.of("size=" + mib + "m"));
    }

    /** The driver's options as ECS has them. */
    Map<String, String> driverOpts() {
        Map<String, String> opts = new LinkedHashMap<>();
        opts.put(TYPE, type);
        opts.put(DEVICE, device);
        if (!options.isEmpty()) {
            opts.put(OPTIONS, String.join(",", options));
        }
        return opts;
    }
}
