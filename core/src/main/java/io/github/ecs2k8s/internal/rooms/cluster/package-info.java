/** Clusters and the resources that stay in AWS ⇄ Namespaces. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.cluster;

import org.jspecify.annotations.NullMarked;
