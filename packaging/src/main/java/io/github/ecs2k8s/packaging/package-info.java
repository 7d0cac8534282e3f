/** What happens to the classes of the runnable jar so that it starts faster; no part of what runs. */
@NullMarked
package io.github.ecs2k8s.packaging;

import org.jspecify.annotations.NullMarked;
