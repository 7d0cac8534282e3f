#!/usr/bin/env bash
# Asks the service model of ECS about the examples and about what the way back wrote.
set -euo pipefail
. .ci/lib.sh

command -v python3 >/dev/null || skip "botocore needs Python, and there is none"
venv=$work/venv
if ! "$venv/bin/python" -c 'import botocore' 2>/dev/null; then
    { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet 'botocore>=1.40'; } >"$work/pip.log" 2>&1 \
        || { tail -n 3 "$work/pip.log"; skip "botocore could not be installed; the messages stand above"; }
fi
mapfile -t files < <(git ls-files --cached --others --exclude-standard \
    'examples/**/taskdef.json' 'src-test-fixtures/cases/**/back.json')
"$venv/bin/python" .ci/service_model.py "${files[@]}"
