/** Services, families and what ECS notes about them ⇄ workloads. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.service;

import org.jspecify.annotations.NullMarked;
