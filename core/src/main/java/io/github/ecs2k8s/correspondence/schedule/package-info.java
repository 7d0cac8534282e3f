/** Schedules and tasks that are run on their own ⇄ CronJobs and Jobs, and what they override in a task definition. */
@NullMarked
package io.github.ecs2k8s.correspondence.schedule;

import org.jspecify.annotations.NullMarked;
