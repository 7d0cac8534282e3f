#!/usr/bin/env bash
# How long one conversion in each direction takes as a whole process, beside a JVM that runs an empty main, on every JDK
# found.
#
# Usage: benchmarks/cold-start.sh [ROUNDS]     JDKS="HOME HOME ..." chooses the JDKs
#
# They take turns, so that a busy machine slows all; what counts is the ratio of the medians. On another machine
# the milliseconds differ, the ratios little.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

bare() { "$JAVA_HOME/bin/java" -cp "$work" Empty; }
convert() { ./ecs2k8s convert examples/web/taskdef.json; }
back() { ./ecs2k8s convert examples/market/manifests/storefront.yaml; }

# Milliseconds that a command takes, with tenths.
milliseconds() {
    local start=${EPOCHREALTIME/./} end
    "$@" >/dev/null 2>&1
    end=${EPOCHREALTIME/./}
    echo "$(((end - start) / 1000)).$(((end - start) / 100 % 10))"
}

median() { sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"; }

ratio() { awk "BEGIN { printf \"%.2f\", $1 / $bare }"; }

echo 'public class Empty { public static void main(String[] args) {} }' >"$work/Empty.java"
printf '%-28s %10s %10s %8s %10s %8s\n' "JDK" "bare ms" "to k8s ms" "ratio" "to ECS ms" "ratio"
for JAVA_HOME in ${JDKS:-$(ls -d ${JAVA_HOME:-} /usr/lib/jvm/*/ /opt/*jdk*/ ~/.sdkman/candidates/java/*/ 2>/dev/null)}; do
    JAVA_HOME=${JAVA_HOME%/}
    [ -x "$JAVA_HOME/bin/javac" ] && [ ! -L "$JAVA_HOME" ] || continue
    export JAVA_HOME
    version=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release" 2>/dev/null) || continue
    "$JAVA_HOME/bin/javac" --release 17 -d "$work" "$work/Empty.java"
    # Builds, and makes the archive, where they are missing.
    convert >/dev/null 2>"$work/log" || { cat "$work/log" >&2 && exit 1; }
    : >"$work/bare" && : >"$work/convert" && : >"$work/back"
    for ((round = 0; round < rounds; round++)); do
        milliseconds bare >>"$work/bare"
        milliseconds convert >>"$work/convert"
        milliseconds back >>"$work/back"
    done
    bare=$(median "$work/bare") convert=$(median "$work/convert") back=$(median "$work/back")
    printf '%-28s %10s %10s %8s %10s %8s\n' "$version" "$bare" "$convert" "$(ratio "$convert")" "$back" "$(ratio "$back")"
done
