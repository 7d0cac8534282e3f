/** Host names, DNS, the hosts file, and the network and process namespaces of a task ⇄ the fields of a Pod. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.host;

import org.jspecify.annotations.NullMarked;
