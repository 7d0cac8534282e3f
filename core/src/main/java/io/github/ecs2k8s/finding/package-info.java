/** What a translation has to say: findings, their closed list of codes, and places in the input. */
@NullMarked
package io.github.ecs2k8s.finding;

import org.jspecify.annotations.NullMarked;
