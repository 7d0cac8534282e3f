#!/usr/bin/env bash
# Converts a corpus of real inputs in both directions: twice, with every key order shuffled, for each kind, target and form.
# No crash, the same bytes, and nothing that the API server refuses.
set -uo pipefail
. .ci/lib.sh

[ -d "$corpus" ] || skip "no corpus of real inputs at $corpus"
corpus=$(cd "$corpus" && pwd)
place=$work/corpus
ecs=$work/corpus-to-ecs
rm -rf "$place" "$ecs"
mkdir -p "$place" "$ecs"
bad=0

# convert IN OUT OPTION...: exit codes up to 3 are results; a stack trace or an internal error is not.
convert() {
    local in=$1 out=$2 code=0
    shift 2
    mkdir -p "$out"
    ./ecs2k8s convert --each "$in" -o "$out" --fail-on never "$@" >"$out.out" 2>"$out.err" || code=$?
    if [ $code -gt 3 ] || [ $code -eq 2 ] || grep -qE '^\s+at [a-z].*\(.*\)$|defect in ecs2k8s|Exception in thread' "$out.err"; then
        echo "FAILED: convert $* ended with $code"
        grep -nE '^\s+at |defect in ecs2k8s|Exception in thread' "$out.err" | head -n 5
        bad=1
    fi
    echo "$(basename "$out"): $(find "$out" -type f | wc -l) files written; $(tail -n 1 "$out.err")"
}

# same ONE OTHER: two outputs have the same files with the same bytes.
same() {
    if diff -rq "$1" "$2" >"$place/difference"; then
        echo "ok: $(basename "$1") and $(basename "$2") are the same bytes"
    else
        echo "FAILED: $(basename "$1") and $(basename "$2") differ"
        head -n 5 "$place/difference"
        bad=1
    fi
}

for name in ecs-taskdef ecs-service cfn aws-cli-output; do
    in=$corpus/$name
    [ -d "$in" ] || continue
    convert "$in" "$place/$name"
    convert "$in" "$place/$name-again"
    same "$place/$name" "$place/$name-again"
    if command -v python3 >/dev/null; then
        python3 .ci/shuffle-keys.py "$in" "$place/$name-input-shuffled"
        convert "$place/$name-input-shuffled" "$place/$name-shuffled"
        same "$place/$name" "$place/$name-shuffled"
    else
        echo "skipped: shuffling keys needs Python"
    fi
    if [ $name = ecs-taskdef ]; then
        for kind in pod job cronjob daemonset statefulset podtemplate; do
            convert "$in" "$place/$name-$kind" --kind $kind
        done
    else
        convert "$in" "$place/$name-addons" --region eu-west-1 --account-id 111122223333 --addon gateway-api \
            --addon argo-rollouts --addon keda --addon vpc-resource-controller
    fi
    convert "$in" "$place/$name-generic" --platform generic --kubernetes-version 1.30 --namespace shop
    convert "$in" "$place/$name-eso" --addon external-secrets
    convert "$in" "$place/$name-csi" --addon secrets-store-csi
done

# Everything at once: what does not belong together must not break anything.
code=0
./ecs2k8s convert "$corpus"/ecs-service "$corpus"/ecs-taskdef "$corpus"/cfn "$corpus"/aws-cli-output --fail-on never \
    >"$place/bundle.yaml" 2>"$place/bundle.err" || code=$?
if [ $code -ne 0 ] || grep -qE '^\s+at |defect in ecs2k8s|Exception in thread' "$place/bundle.err"; then
    echo "FAILED: everything as one bundle ended with $code"
    tail -n 3 "$place/bundle.err"
    bad=1
fi
echo "one bundle: $(grep -c '^kind:' "$place/bundle.yaml") objects; $(tail -n 1 "$place/bundle.err")"

# The other direction: manifests each on their own and all at once, in both forms.
manifests=$corpus/k8s
if [ -d "$manifests" ]; then
    for format in api cloudformation; do
        for launch in fargate ec2; do
            to=$ecs/$format-$launch
            convert "$manifests" "$to" --format $format --launch-type $launch
            convert "$manifests" "$to-again" --format $format --launch-type $launch
            same "$to" "$to-again"
        done
        convert "$manifests" "$ecs/$format-preserved" --format $format --preserve
    done
    if python3 -c 'import yaml' 2>/dev/null; then
        python3 .ci/shuffle-keys.py "$manifests" "$ecs-input-shuffled"
        convert "$ecs-input-shuffled" "$ecs/api-fargate-shuffled"
        same "$ecs/api-fargate" "$ecs/api-fargate-shuffled"
    else
        echo "skipped: shuffling keys needs Python with PyYAML"
    fi
    for run in one two; do
        code=0
        ./ecs2k8s convert "$manifests" --fail-on never -o "$ecs/calls-$run" 2>"$ecs/calls-$run.err" || code=$?
        ./ecs2k8s convert "$manifests" --fail-on never --format cloudformation >"$ecs/calls-$run.yaml" 2>/dev/null || code=$?
        if [ $code -ne 0 ]; then
            echo "FAILED: all manifests as one bundle ended with $code"
            tail -n 3 "$ecs/calls-$run.err"
            bad=1
        fi
    done
    same "$ecs/calls-one" "$ecs/calls-two"
    cmp "$ecs/calls-one.yaml" "$ecs/calls-two.yaml" || bad=1
    echo "one bundle: $(find "$ecs/calls-one" -name '*.json' | wc -l) calls; $(tail -n 1 "$ecs/calls-one.err")"
fi

[ -z "$(ls -A "$place/ecs-taskdef" 2>/dev/null)" ] && echo "FAILED: no task definition was converted" && bad=1

echo "findings by code:"
cat "$place"/*[a-z].err "$ecs"/*-fargate.err | sed -nE 's/^[^ ].*: (error|warning|info): ([a-z0-9-]+): .*/\1 \2/p' | sort | uniq -c | sort -rn

if (need_apicheck); then
    for out in "$place"/*/; do
        case $out in *-input-shuffled/ | *-again/ | *-shuffled/) continue ;; esac
        [ -n "$(ls -A "$out")" ] || continue
        echo "$(basename "$out"):"
        "$apicheck" -crds "$work/crds" "$out" >"$place/apicheck" || bad=1
        grep -v ': warning: ' "$place/apicheck" | head -n 20
    done
fi
exit $bad
