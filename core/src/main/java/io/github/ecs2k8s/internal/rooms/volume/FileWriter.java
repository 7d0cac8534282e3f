package io.github.ecs2k8s.internal.rooms.volume;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.ecs2k8s.kubernetes.Expansions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The init container that writes files from its variables: a shell, and nothing that is not in the task definition. */
final class FileWriter {
    private static final String IMAGE = "public.ecr.aws/docker/library/busybox:stable";
    static final String NAME = "files";

    /** What a shell gives a file, and the server a volume of files. */
    private static final int USUAL_MODE = 0644;

    private final List<EnvVar> variables = new ArrayList<>();
    private final Set<String> volumes = new LinkedHashSet<>();
    private final StringBuilder script = new StringBuilder("set -e");
    private int characters;

    /**
     * One file.
     *
     * @param text its contents, base64 where it is binary; null for a key of a Secret
     * @param mode permission bits, null for the default
     */
    record File(
            @Nullable String text,
            boolean binary,
            @Nullable String secret,
            @Nullable String key,
            @Nullable Integer mode) {

        static File of(String text, boolean binary, @Nullable Integer mode) {
            return new File(text, binary, null, null, mode);
        }

        static File ofSecret(String secret, String key, @Nullable Integer mode) {
            return new File(null, false, secret, key, mode);
        }

        /** How much of the task definition it takes, about. */
        int characters() {
            int length = 200;
            for (int i = 0; text != null && i < text.length(); i++) {
                length += text.charAt(i) < 0x20 || text.charAt(i) == '"' || text.charAt(i) == '\\' ? 2 : 1;
            }
            return length;
        }
    }

    boolean isEmpty() {
        return variables.isEmpty();
    }

    int characters() {
        return characters;
    }

    /** Adds a file of a volume. */
    void add(String volume, String path, File file) {
        String variable = "FILE_" + (variables.size() + 1);
        String target = quote("/" + NAME + "/" + volume + "/" + path);
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            script.append("\nmkdir -p ").append(quote("/" + NAME + "/" + volume + "/" + path.substring(0, slash)));
        }
        script.append("\nprintf '%s' \"$")
                .append(variable)
                .append(file.binary() ? "\" | base64 -d > " : "\" > ")
                .append(target);
        if (file.mode() != null && file.mode() != USUAL_MODE) {
            script.append("\nchmod 0")
                    .append(Integer.toOctalString(file.mode()))
                    .append(' ')
                    .append(target);
        }
        variables.add(variable(variable, file));
        volumes.add(volume);
        characters += file.characters();
    }

    private static EnvVar variable(String name, File file) {
        EnvVar variable = new EnvVar();
        variable.setName(name);
        if (file.text() != null) {
            variable.setValue(Expansions.escape(file.text()));
        } else {
            EnvVarSource source = new EnvVarSource();
            source.setSecretKeyRef(new SecretKeySelector(file.key(), file.secret(), null));
            variable.setValueFrom(source);
        }
        return variable;
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The container; it writes as root, whoever reads. */
    Container container(PodSpec pod, String name) {
        Long group = pod.getSecurityContext() == null
                ? null
                : pod.getSecurityContext().getFsGroup();
        if (group != null) {
            script.append("\nchgrp -R ").append(group).append(" /").append(NAME);
            script.append("\nchmod -R g+rX /").append(NAME);
        }
        Container container = new Container();
        container.setName(name);
        container.setImage(IMAGE);
        container.setCommand(List.of("sh", "-c", script.toString()));
        container.setEnv(variables);
        List<VolumeMount> mounts = new ArrayList<>();
        for (String volume : volumes) {
            VolumeMount mount = new VolumeMount();
            mount.setName(volume);
            mount.setMountPath("/" + NAME + "/" + volume);
            mounts.add(mount);
        }
        container.setVolumeMounts(mounts);
        if (pod.getSecurityContext() != null && pod.getSecurityContext().getRunAsUser() != null) {
            SecurityContext root = new SecurityContext();
            root.setRunAsUser(0L);
            root.setRunAsNonRoot(false);
            container.setSecurityContext(root);
        }
        return container;
    }
}
