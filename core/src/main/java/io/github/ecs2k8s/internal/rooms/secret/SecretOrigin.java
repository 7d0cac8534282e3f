package io.github.ecs2k8s.internal.rooms.secret;

import io.github.ecs2k8s.finding.FindingCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where ECS takes the keys of one Secret from. */
public interface SecretOrigin {

    /** Says something about the place that asks for a key. */
    @FunctionalInterface
    interface Remark {
        void say(FindingCode code, String message, @Nullable String hint);
    }

    /** The keys that are known, in a fixed order; empty when only the cluster knows them. */
    List<String> keys();

    /** Whether the input says anything of the Secret. */
    default boolean isKnown() {
        return true;
    }

    /** Whether a Secret of the same name and keys would come back. */
    default boolean keepsName() {
        return false;
    }

    /**
     * What stands under {@code valueFrom} for a key.
     *
     * @return null when ECS has no way to it, which was said
     */
    @Nullable String valueFrom(String key, Remark remark);

    /**
     * The secret as a whole, for what reads several keys of it itself.
     *
     * @return null when its keys come from several places
     */
    @Nullable String whole(Remark remark);
}
