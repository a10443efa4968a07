#!/bin/sh
# The examples of CommonMark's specification and of GitHub's make the tree that they should,
# or are refused as the list of what is outside the notation says.
# tests/commonmark/README.md tells how; the summary is build/commonmark/summary.txt.
. "$(dirname "$0")/../lib.sh"

here=tests/commonmark
there=build/commonmark

# print_results NAME SCRIPT ARGUMENT...: the lines it prints, and whether it came to an end
print_results() {
    name=$1
    shift
    python3 -B "$@" >"$scratch/$name" 2>"$scratch/err" || not_ok "$name" "$(cat "$scratch/err")"
    cat "$scratch/$name"
}

must $here/install
print_results judge $here/self-test.py "$TAQRIR" | sed 's/ok /ok judge: /'
print_results examples $here/check.py "$TAQRIR" $there/node_modules
grep '^#' "$scratch/examples" >$there/summary.txt
