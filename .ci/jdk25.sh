#!/usr/bin/env bash
# Compiles and tests everything once more on JDK 25, in a copy, without the format check and static analysis.
set -euo pipefail
. .ci/lib.sh

find_jdk25() {
    local home
    for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/*25* /opt/*jdk*25* \
        "${HOME:-}"/.sdkman/candidates/java/25* "${HOME:-}"/.jdks/*25*; do
        if grep -qs '^JAVA_VERSION="25' "$home/release" && [ -x "$home/bin/javac" ]; then
            echo "$home"
            return
        fi
    done
}

jdk=$(find_jdk25)
[ -n "$jdk" ] || skip "no JDK 25 in the usual places; set JAVA25_HOME"
copy=$work/jdk25
mkdir -p "$copy"
find "$copy" -mindepth 1 -maxdepth 1 -exec rm -rf {} +
git ls-files -z --cached --others --exclude-standard | tar --null --ignore-failed-read -T - -cf - | tar -xf - -C "$copy"
echo "on $jdk"
cd "$copy"
JAVA_HOME=$jdk mvn -B -ntp -Dfast verify
