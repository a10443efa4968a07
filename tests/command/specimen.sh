#!/bin/sh
# The specimens are built, with no warning, into build/specimen, to be looked at; the languages
# of the first show the same rules; its pictures are not mirrored where the page is.
. "$(dirname "$0")/../lib.sh"

specimens=build/specimen # where they can be looked at
must mkdir -p "$specimens"

expect_silence 'it has no fault' sh -c '"$0" check tests/specimen >"$1"' "$TAQRIR" "$scratch/counted"
must "$TAQRIR" build tests/specimen -o "$specimens"
expect 'it is as long as a specimen is' \
    test "$(pdfinfo "$specimens/specimen.pdf" | sed -n 's/^Pages: *//p')" -gt 12

# ids LANGUAGE
ids() {
    cat "tests/specimen/$1/"*.md | grep '^###' | grep -o '`[a-z0-9-]*`' | sort
}
expect_equal 'both languages show the same rules' "$(ids ar)" "$(ids en)"

# One column in three looks: the more kashida, the more words are stretched.
# count_stretched LOOK
count_stretched() {
    rm -rf "$scratch/kashida"
    cp -R tests/specimen/kashida "$scratch"
    cp "tests/specimen/kashida/$1.yaml" "$scratch/kashida/theme.yaml"
    "$TAQRIR" build "$scratch/kashida" -o "$specimens/kashida-$1.pdf" >"$scratch/counted"
    "$TAQRIR" build --stop-after=lines "$scratch/kashida" 2>"$scratch/told" |
        grep -c 'kashidas [1-9]'
}
none=$(count_stretched none)
sparing=$(count_stretched sparing)
full=$(count_stretched full)
expect_equal 'a look without kashida has none' "$none" 0
expect 'a sparing look has some' test "$sparing" -gt 2
expect 'a full look has more' test "$full" -gt "$sparing"

# The matrix of each picture: its width and height, not turned around.
must qpdf --qdf --object-streams=disable "$specimens/specimen.pdf" "$scratch/plain.pdf"
grep -a ' cm /Im[0-9]* Do' "$scratch/plain.pdf" >"$scratch/matrices"
expect_equal 'each language has its picture' "$(wc -l <"$scratch/matrices")" 2
expect_equal 'which is not mirrored' \
    "$(grep -c 'q [1-9][0-9.]* 0 0 [1-9][0-9.]* [0-9.]* [0-9.]* cm' "$scratch/matrices")" 2
