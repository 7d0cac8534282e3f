#!/usr/bin/env bash
# Calls the launcher in the ways that break launchers.
set -uo pipefail
. .ci/lib.sh

root=$PWD
place=$work/"a folder"
bad=0
rm -rf "$place"
mkdir -p "$place"
export ECS2K8S_CACHE_DIR=$place/cache
./ecs2k8s convert examples/web/taskdef.json >"$place/expected" 2>/dev/null

# expect NAME COMMAND...: the command prints what the plain call does, and exits alike.
expect() {
    local name=$1
    shift
    if (cd "$place" && "$@" convert "$root/examples/web/taskdef.json") >"$place/got" 2>"$place/err" \
        && cmp -s "$place/expected" "$place/got"; then
        echo "ok: $name"
    else
        echo "FAILED: $name"
        head -n 5 "$place/err"
        bad=1
    fi
}

[ -s "$place/expected" ] || { echo "FAILED: no output at all"; exit 1; }
ln -s "$root/ecs2k8s" "$place/link"
ln -s link "$place/link to link"
mkdir "$place/unwritable" && chmod a-w "$place/unwritable"

expect "from another folder" "$root/ecs2k8s"
expect "through a link" ./link
expect "through a link to a link" "./link to link"
expect "from the PATH" env PATH="$place:$PATH" link
expect "without HOME" env -u HOME -u XDG_CACHE_HOME -u ECS2K8S_CACHE_DIR "$root/ecs2k8s"
expect "with a cache that cannot be written" env ECS2K8S_CACHE_DIR=/dev/null/cache "$root/ecs2k8s"
expect "in the C locale" env LC_ALL=C "$root/ecs2k8s"
expect "with no archive yet" env ECS2K8S_CACHE_DIR="$place/fresh" "$root/ecs2k8s"
archive=$(find "$place/fresh" -type f)
[ -s "$archive" ] && echo "ok: made an archive" || { echo "FAILED: made no archive"; bad=1; }
chmod u+w "$archive" && echo garbage >"$archive"
expect "with a broken archive" env ECS2K8S_CACHE_DIR="$place/fresh" "$root/ecs2k8s"

rm -f "$archive"
ECS2K8S_CACHE_DIR=$place/fresh ./ecs2k8s --version >/dev/null 2>&1
archive=$(find "$place/fresh" -type f)
truncate -s 1000000 "$archive"
expect "with an archive that was cut short" env ECS2K8S_CACHE_DIR="$place/fresh" "$root/ecs2k8s"
archive=$(find "$place/fresh" -type f)
[ "$(stat -c %s "$archive")" -gt 1000000 ] && echo "ok: made the archive again" || { echo "FAILED: kept half an archive"; bad=1; }
./ecs2k8s convert - <&- >"$place/got" 2>"$place/err"
[ $? -eq 3 ] && ! grep -q larger "$place/err" && echo "ok: standard input that is closed" || { echo "FAILED: standard input that is closed"; head -n 3 "$place/err"; bad=1; }

for number in 1 2 3 4; do
    ECS2K8S_CACHE_DIR=$place/shared ./ecs2k8s convert examples/web/taskdef.json >"$place/got$number" 2>/dev/null &
done
wait
for number in 1 2 3 4; do
    cmp -s "$place/expected" "$place/got$number" || { echo "FAILED: four at once"; bad=1; }
done

# Manifests become ECS, by a pipe, in a directory and as a template, and come back.
./ecs2k8s convert examples/market/manifests --fail-on never >"$place/market.json" 2>/dev/null
awk 'FNR == 1 && NR > 1 { print "---" } { print }' examples/market/manifests/*.yaml | ./ecs2k8s convert - --fail-on never 2>/dev/null | cmp -s - "$place/market.json" \
    || { echo "FAILED: manifests from a pipe"; bad=1; }
for _ in once again; do
    (cd "$place" && "$root/ecs2k8s" convert "$root/examples/market/manifests" -o "the market" --fail-on never 2>/dev/null) \
        && diff -r -x .ecs2k8s-files "$place/the market" examples/market/api >/dev/null || { echo "FAILED: a directory of calls"; bad=1; }
done
./ecs2k8s diff examples/market/manifests --against "$place/the market" >/dev/null 2>&1 || { echo "FAILED: diff of calls"; bad=1; }
./ecs2k8s convert --format cloudformation examples/market/manifests --fail-on never 2>/dev/null | cmp -s - examples/market/template.yaml \
    || { echo "FAILED: a template"; bad=1; }
./ecs2k8s convert "$place/market.json" --fail-on never 2>/dev/null | grep '^kind: CronJob' >/dev/null \
    || { echo "FAILED: what was printed is not read back"; bad=1; }
echo "tried: manifests to ECS"

./ecs2k8s --no-such-option >/dev/null 2>&1
[ $? -eq 2 ] && echo "ok: exit code 2 on a wrong option" || { echo "FAILED: exit code of a wrong option"; bad=1; }
exit $bad
