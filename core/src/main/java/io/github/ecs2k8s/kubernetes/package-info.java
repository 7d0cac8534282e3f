/** The Kubernetes side: the bundle of objects, names and labels, and the writers of manifests. */
@NullMarked
package io.github.ecs2k8s.kubernetes;

import org.jspecify.annotations.NullMarked;
