#!/bin/sh
# Runs the JMH benchmark and prints the ratio of its two results. Usage: benchmarks/warm.sh [JMH OPTION...]
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -ntp -Dfast -DskipTests -Dmdep.outputFile=target/classpath -pl benchmarks -am package dependency:build-classpath
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.github.ecs2k8s.benchmarks.Main "$@"
