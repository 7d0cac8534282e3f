/** The command line: flags, help and exit codes around one call into the library per command. */
@NullMarked
package io.github.ecs2k8s.cli;

import org.jspecify.annotations.NullMarked;
