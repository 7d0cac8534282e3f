/** EventBridge rules, schedules and tasks run by hand ⇄ CronJobs and Jobs. */
@NullMarked
package io.github.ecs2k8s.internal.rooms.schedule;

import org.jspecify.annotations.NullMarked;
