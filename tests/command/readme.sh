#!/bin/sh
# What README.md says can be done, and comes out as it says. tests/readme/follow.py does it,
# in a copy; tests/readme/not_run.tsv holds the commands that it leaves out, and why.
. "$(dirname "$0")/../lib.sh"

# The make that runs the tests has its own options, which are not for those here.
unset MAKEFLAGS MAKELEVEL

follow() {
    python3 -B tests/readme/follow.py "$1" tests/readme/not_run.tsv "$2"
}

copy=$scratch/copy
follow README.md "$copy" 2>"$scratch/err" || not_ok 'all of it' "$(cat "$scratch/err")"

# --- what comes out --------------------------------------------------------------------

# page PDF NUMBER: its words, without what only says how they run
page() {
    pdftotext -f "$2" -l "$2" "$1" - 2>&1 | python3 -c '
import sys, unicodedata
text = sys.stdin.read().replace("\u00A0", " ")
print("".join(c for c in text if unicodedata.category(c) != "Cf"))'
}

# expect_words NAME PDF PAGE WORDS...
expect_words() {
    name=$1
    page "$2" "$3" >"$scratch/words"
    shift 3
    for words; do
        expect_text "$name has $words" "$words" "$scratch/words"
    done
}

report=$copy/out/valley.pdf
expect 'the report is whole' qpdf --check "$report"
expect_words 'the cover' "$report" 1 'Water in the' 'المياه في وادي'
expect_words 'the Arabic page' "$report" 2 'الماء في خمس قرى' 'الجدول ١' 'نقاط المياه والعاملة منها' \
    '١٬٢٤٠' '٥٬٣٨٠' 'الشكل ١' 'في الأسبوع الأول من آذار'
expect_words 'the English page' "$report" 3 'Water in five villages' '(Table 1)' \
    'Table 1. Water points and those that work' 1,240 5,380 'Figure 1. The villages' \
    'In the first week of March'
expect_equal 'the picture is on two pages' "$(pdfimages -list "$report" | sed 1,2d | wc -l)" 2
expect_equal 'what begins a report makes three PDF files' "$(ls "$copy/mine-pdf" | tr '\n' ' ')" \
    'arabic.pdf english.pdf report.pdf '
expect 'and tells what may stand in it' test -s "$copy/mine/README.md"
expect_words 'the letter' "$copy/letter.pdf" 1 'رسالة' 'within 30 days'

# --- what it leads to ------------------------------------------------------------------

# Not those of the files that it tells how to write, nor of what it says of them.
targets=$(grep -o '](\([^)#]*\))' README.md | sed 's/](//; s/)//' |
    grep -v -e : -e ^images/ -e '^\.\.\.')
for target in $targets; do
    expect "there is $target" test -s "$target"
done
expect 'five pictures and more' [ "$(printf '%s\n' "$targets" | wc -l)" -gt 5 ]
expect_equal 'the pictures are small' \
    "$(find tests/pictures -name '*.png' -size +200k)" ''

# --- a README that is wrong ------------------------------------------------------------

# wrong NAME FROM TO TEXT: with another line in the place of FROM it is told at that place
wrong() {
    python3 - "$2" "$3" >"$scratch/wrong.md" <<'END'
import re, sys
readme = open("README.md").read()
assert sys.argv[1] in readme, sys.argv[1]
sys.stdout.write(readme.replace(sys.argv[1], sys.argv[2], 1))
END
    rm -rf "$scratch/wrong"
    follow "$scratch/wrong.md" "$scratch/wrong" >"$scratch/out" 2>"$scratch/err"
    expect_equal "$1: status 1" "$?" 1
    grep '^not ok ' "$scratch/out" >"$scratch/told"
    expect_text "$1: it is told" "$4" "$scratch/told"
}

fence='```'
wrong 'a command that fails' 'build/taqrir build letter.md' 'build/taqrir build lettre.md' \
    'cannot read lettre.md'
wrong 'a command in a text that fails' 'build/taqrir help watch' 'build/taqrir help wash' \
    'there is no command wash'
wrong 'a verb that make has not' 'make help' 'make hepl' 'hepl'
wrong 'another output' 'out/valley.pdf: 3 pages' 'out/valley.pdf: 4 pages' "it says 'out"
wrong 'another error' 'valley: 1 error,' 'valley: 2 errors,' 'valley: 1 error'
wrong 'an error where none is promised' ': error: ' ': warning: ' 'status 1, not 0'
wrong 'a picture that is not there' 'cp src/init/images/valley.png' 'cp valley.png' 'status 1'
wrong 'a watch that ends at once' 'taqrir watch valley' 'taqrir watch vally' \
    'cannot read vally'
wrong 'what is to be changed is not there' 'change `village_en`' 'change `village_eng`' \
    'village_eng is there 0 times'
wrong 'a file in a folder that is not there' 'valley/ar/water.md`:' 'valley/fa/water.md`:' \
    'No such file'
wrong 'a block without a word' 'Write `valley/en/water.md`:' 'English:' 'it is not said'
wrong 'a block of no known kind' "${fence}sh
build/taqrir init" "${fence}bash
build/taqrir init" 'it is not said'
wrong 'what is left out is not there' 'make uninstall' 'make install' \
    'make uninstall: it is to be left out'
