#!/usr/bin/env bash
# Asks the API server about every golden file, and first whether it refuses anything at all.
set -euo pipefail
. .ci/lib.sh
need_apicheck

refused=$work/refused.yaml
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Not_A_Name\n' >"$refused"
if "$apicheck" -crds "$work/crds" "$refused" >/dev/null; then
    echo "apicheck accepts a name that no server accepts"
    exit 1
fi
goldens=$work/goldens
rm -rf "$goldens"
git ls-files -z --cached --others --exclude-standard 'src-test-fixtures/cases/**/expected*.yaml' \
    'examples/**/expected*.yaml' | tar --null -T - -cf - | (mkdir -p "$goldens" && tar -xf - -C "$goldens")
# An error among the findings says that something needed is missing: nobody promises that a server accepts the rest.
git grep -l --untracked ': error: ' -- '*/expected.findings' | while read -r findings; do
    rm -f "$goldens/${findings%.findings}"*.yaml
done || true
[ -n "$(find "$goldens" -type f)" ] || { echo "there are no golden files"; exit 1; }
"$apicheck" -crds "$work/crds" "$goldens"
