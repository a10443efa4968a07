# What the scripts of tests/command and tests/pdf share; they begin with
#     . "$(dirname "$0")/../lib.sh"
# and then stand in the root of the project, with an empty folder $scratch.
# shellcheck shell=sh
set -u
cd "$(dirname "$0")/../.." || exit 1

TAQRIR=$(realpath -m "${TAQRIR:-build/taqrir}")
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

ok() {
    printf 'ok %s\n' "$1"
}

# not_ok NAME WHY: in one line
not_ok() {
    printf 'not ok %s: %s\n' "$1" "$(printf '%s' "$2" | tr '\n' ' ' | cut -c 1-400)"
}

# expect NAME COMMAND...: it succeeds
expect() {
    name=$1
    shift
    if why=$("$@" 2>&1); then ok "$name"; else not_ok "$name" "$why"; fi
}

# expect_silence NAME COMMAND...: it succeeds and says nothing
expect_silence() {
    name=$1
    shift
    why=$("$@" 2>&1)
    status=$?
    if [ "$status" = 0 ] && [ -z "$why" ]; then
        ok "$name"
    else
        not_ok "$name" "status $status: $why"
    fi
}

# expect_status NAME STATUS COMMAND...: it ends so, at once; what it says goes to
# $scratch/out and $scratch/err
expect_status() {
    name=$1
    wanted=$2
    shift 2
    timeout 120 "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
    if [ "$status" = "$wanted" ]; then
        ok "$name"
    else
        not_ok "$name" "status $status, not $wanted: $(cat "$scratch/err")"
    fi
}

# expect_text NAME TEXT FILE: the file holds the text
expect_text() {
    if grep -qF -e "$2" "$3"; then
        ok "$1"
    else
        not_ok "$1" "no \"$2\" in: $(cat "$3")"
    fi
}

# expect_equal NAME ACTUAL EXPECTED
expect_equal() {
    if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "\"$2\", not \"$3\""; fi
}

# must COMMAND...: without it the rest means nothing
must() {
    if ! why=$("$@" 2>&1); then
        not_ok "$*" "$why"
        exit 1
    fi
}
