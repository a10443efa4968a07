#!/bin/sh
# The specimen is built, with no warning; its languages show the same rules; its pictures are
# not mirrored where the page is.
. "$(dirname "$0")/../lib.sh"

expect_silence 'it has no fault' sh -c '"$0" check tests/specimen >"$1"' "$TAQRIR" "$scratch/counted"
must "$TAQRIR" build tests/specimen -o "$scratch"
expect 'it is as long as a specimen is' \
    test "$(pdfinfo "$scratch/specimen.pdf" | sed -n 's/^Pages: *//p')" -gt 12

# ids LANGUAGE
ids() {
    cat "tests/specimen/$1/"*.md | grep '^###' | grep -o '`[a-z0-9-]*`' | sort
}
expect_equal 'both languages show the same rules' "$(ids ar)" "$(ids en)"

# The other languages: the program need not have words of its own in each, and else is content.
must "$TAQRIR" build tests/specimen/neighbours -o "$scratch"
"$TAQRIR" check tests/specimen/neighbours >"$scratch/counted" 2>"$scratch/told"
expect_equal 'its neighbours have no other fault' \
    "$(grep ': [a-z]*: ' "$scratch/told" | grep -v 'warning: the program has no words of its own')" ''
expect 'and each is there' test "$(pdfinfo "$scratch/report.pdf" | sed -n 's/^Pages: *//p')" -gt 4

# The matrix of each picture: its width and height, not turned around.
must qpdf --qdf --object-streams=disable "$scratch/specimen.pdf" "$scratch/plain.pdf"
grep -a ' cm /Im[0-9]* Do' "$scratch/plain.pdf" >"$scratch/matrices"
expect_equal 'each language has its picture' "$(wc -l <"$scratch/matrices")" 2
expect_equal 'which is not mirrored' \
    "$(grep -c 'q [1-9][0-9.]* 0 0 [1-9][0-9.]* [0-9.]* [0-9.]* cm' "$scratch/matrices")" 2
