package io.github.ecs2k8s.internal.rooms.volume;

import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Volume;

/** The volumes a task definition declares, by kind: each with a name, and each name once. */
final class DeclaredVolumes {

    private DeclaredVolumes() {}

    /**
     * One volume with a name of its own.
     *
     * @param index its position in {@code volumes}
     * @param name its name in the pod
     */
    record Declared(TaskToKubernetes context, int index, Volume volume, String name) {

        /** Says something about a value of the volume: path of keys and indices below it. */
        void find(FindingCode code, String message, @Nullable String hint, Object... path) {
            Object[] full = new Object[path.length + 2];
            full[0] = "volumes";
            full[1] = index;
            System.arraycopy(path, 0, full, 2, path.length);
            context.at(full).report(code, message, hint);
        }

        /** A pod volume of its name without a source. */
        io.fabric8.kubernetes.api.model.Volume podVolume() {
            io.fabric8.kubernetes.api.model.Volume made = new io.fabric8.kubernetes.api.model.Volume();
            made.setName(name);
            return made;
        }
    }

    /** The volumes of one kind, without those that have no name or repeat one. */
    static List<Declared> of(VolumeKind kind, TaskToKubernetes context) {
        List<Declared> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Volume> volumes = context.definition().volumes();
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            String name = volume.name() == null ? null : context.facts().volumeName(volume.name());
            if (name != null && names.add(volume.name()) && VolumeKind.of(volume) == kind) {
                found.add(new Declared(context, i, volume, name));
            }
        }
        return found;
    }
}
