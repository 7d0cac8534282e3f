# What the steps of .ci/run share. To be sourced from the project's folder.

work=${ECS2K8S_CI_WORK:-$PWD/target/ci} # scratch files and tools, kept between runs
apicheck=$work/apicheck
corpus=${ECS2K8S_CORPUS:-../shared/corpus}
failed=()
mkdir -p "$work"

# step NAME COMMAND...: runs a command and remembers whether it failed; exit code 77 is a skip, which said why.
step() {
    local name=$1 started=$SECONDS code=0
    shift
    printf '\n=== %s\n' "$name"
    "$@" || code=$?
    case $code in
        0) printf '=== %s: passed in %d s\n' "$name" $((SECONDS - started)) ;;
        77) printf '=== %s: SKIPPED\n' "$name" ;;
        *)
            failed+=("$name")
            printf '=== %s: FAILED with exit code %d\n' "$name" "$code"
            ;;
    esac
}

# skip REASON: ends a step's script that cannot run here.
skip() {
    printf 'skipped: %s\n' "$*"
    exit 77
}

# Ends the run, with the names of the steps that failed.
finish() {
    if [ ${#failed[@]} -gt 0 ]; then
        printf '\nFAILED: %s\n' "${failed[@]}"
        exit 1
    fi
    printf '\nAll passed.\n'
}

# Builds .ci/apicheck, quietly; whoever needs it finds out with need_apicheck. The definitions of custom resources come
# out of the add-ons' own Go modules; objects of one that cannot be had are counted as not checked.
build_apicheck() {
    command -v go >/dev/null || return
    (cd .ci/apicheck && nice go build -o "$apicheck" .) >"$work/apicheck.log" 2>&1 || rm -f "$apicheck"
    rm -rf "$work/crds" && mkdir "$work/crds"
    definitions github.com/external-secrets/external-secrets@v1.3.2 'config/crds/bases/*.yaml'
    definitions sigs.k8s.io/gateway-api@v1.4.0 'config/crd/standard/*_*.yaml'
    definitions github.com/argoproj/argo-rollouts@v1.8.3 'manifests/crds/*-crd.yaml'
    definitions github.com/kedacore/keda/v2@v2.21.0 'config/crd/bases/keda.sh_*.yaml'
    definitions github.com/aws/amazon-vpc-resource-controller-k8s@v1.8.2 'config/crd/bases/*.yaml'
}

# definitions MODULE GLOB: copies the definitions that a module has into $work/crds.
definitions() {
    local module
    module=$(cd "$work" && go mod download -json "$1" 2>/dev/null | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
    # shellcheck disable=SC2086 # the glob is meant to be one
    [ -z "$module" ] || cp "$module"/$2 "$work/crds/"
}

# Skips the step where apicheck could not be built.
need_apicheck() {
    [ -x "$apicheck" ] || build_apicheck
    [ -x "$apicheck" ] && return
    command -v go >/dev/null || skip "the API server's code needs Go, and there is none"
    tail -n 5 "$work/apicheck.log"
    skip "apicheck could not be built; the messages stand above"
}
