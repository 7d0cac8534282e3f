#!/usr/bin/env bash
# Sends every real input there and back, in both directions: every value that the report calls exact has to come back, and
# with --preserve everything; what does not is named.
set -euo pipefail
. .ci/lib.sh

[ -d "$corpus" ] || skip "no corpus of real inputs at $corpus"
tests=src-test-fixtures/target/test-classes
[ -d $tests ] || skip "the tests are not built: mvn verify"
mvn -B -ntp -q -pl core,packaging,cli,src-test-fixtures -Dfast test-compile dependency:build-classpath \
    -DincludeScope=test -Dmdep.outputFile="$work/fixtures.classpath" >"$work/classpath.log" 2>&1 \
    || { tail -n 3 "$work/classpath.log"; skip "Maven cannot tell the class path; the messages stand above"; }
mapfile -t files < <(find "$corpus" -type f \( -name '*.json' -o -name '*.yaml' -o -name '*.yml' \) | LC_ALL=C sort)
java -cp "$tests:src-test-fixtures/target/classes:core/target/classes:cli/target/classes:$(cat "$work/fixtures.classpath")" \
    io.github.ecs2k8s.fixtures.Laws "${files[@]}"
