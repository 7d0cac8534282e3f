#!/usr/bin/env bash
# Writes both forms of ECS output, calls of the AWS CLI and templates, of the examples, of the goldens of all cases and of
# the corpus, manifests through the command, and asks judges from outside: the service models that the AWS CLI checks its input by, and a linter of templates.
set -euo pipefail
. .ci/lib.sh

command -v python3 >/dev/null || skip "botocore and cfn-lint need Python, and there is none"
venv=$work/venv
if ! "$venv/bin/python" -c 'import botocore, cfnlint' 2>/dev/null; then
    { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet 'botocore>=1.40' 'cfn-lint>=1.40'; } >"$work/pip.log" 2>&1 \
        || { tail -n 3 "$work/pip.log"; skip "botocore and cfn-lint could not be installed; the messages stand above"; }
fi
[ -d core/target/test-classes ] || skip "the core is not built: mvn verify"
mvn -B -ntp -q -pl core dependency:build-classpath -Dmdep.outputFile="$work/core.classpath" >"$work/classpath.log" 2>&1 \
    || { tail -n 3 "$work/classpath.log"; skip "Maven cannot tell the class path; the messages stand above"; }

mapfile -t files < <(
    git ls-files --cached --others --exclude-standard \
        'examples/**/*.json' 'examples/**/*.yaml' 'src-test-fixtures/cases/**/expected*.yaml'
    [ ! -d "$corpus" ] || find "$corpus" -type f \( -name '*.json' -o -name '*.yaml' -o -name '*.yml' \) | LC_ALL=C sort
)
out=$work/ecs-output
rm -rf "$out"
java -cp "core/target/classes:core/target/test-classes:$(cat "$work/core.classpath")" \
    io.github.ecs2k8s.internal.write.WriteOutputs "$out" "${files[@]}"

# by_command NAME FLAGS INPUT...: the same of manifests, as a user gets it.
by_command() {
    local to=$out/$1 flags=$2 code=0
    shift 2
    mkdir -p "$to"
    # shellcheck disable=SC2086 # flags are several words
    ./ecs2k8s convert $flags "$@" --fail-on never -o "$to/api" >/dev/null 2>"$to/findings" || code=$?
    if [ $code -eq 3 ]; then # nothing to translate
        rm -r "$to"
        return
    fi
    # shellcheck disable=SC2086
    ./ecs2k8s convert $flags "$@" --fail-on never --format cloudformation -o "$to/template.yaml" 2>/dev/null || code=$?
    [ $code -eq 0 ] || { echo "convert $* ended with $code"; tail -n 1 "$to/findings"; exit 1; }
    find "$@" -type f -exec cat {} + >"$to/input"
}
by_command market "" examples/market/manifests
for folder in src-test-fixtures/manifests/*/*/; do
    mapfile -t inputs < <(find "$folder" -maxdepth 1 -name '*.yaml' ! -name template.yaml | LC_ALL=C sort)
    by_command "case-$(basename "$(dirname "$folder")")-$(basename "$folder")" \
        "$(cat "$folder/options" 2>/dev/null || true)" "${inputs[@]}"
done
if [ -d "$corpus/k8s" ]; then
    by_command k8s-all "" "$corpus/k8s"
    for file in "$corpus"/k8s/*.yaml; do
        by_command "k8s-$(basename "$file" .yaml)" "" "$file"
    done
fi
"$venv/bin/python" .ci/ecs_output.py "$out"
