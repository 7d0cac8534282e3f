package io.github.ecs2k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.ecs.EcsBundle;
import java.util.List;

/** Changes what a translation gives: leaves something out, or adds what every object of a company has. */
public interface ResultFilter {

    /** Everything is given as it is. */
    ResultFilter ALL = new ResultFilter() {};

    /** The Kubernetes objects to give in the place of those that were made, in the order of application. */
    default List<HasMetadata> kubernetes(List<HasMetadata> objects) {
        return objects;
    }

    /** The ECS side to give in the place of the one that was made. */
    default EcsBundle ecs(EcsBundle bundle) {
        return bundle;
    }
}
