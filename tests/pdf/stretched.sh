#!/bin/sh
# Stretched text comes back as it was written: the words of real prose, plain and vowelled, set
# with as much kashida as can be, come back in four readers without a tatweel.
. "$(dirname "$0")/../lib.sh"

fidelity=build/fidelity
modules=$fidelity/node_modules

must tests/fidelity/install
must python3 tests/fidelity/corpora.py "$fidelity" tests/fidelity/mixed.md

# make_report TEXT: a report of it in $scratch/TEXT, stretched wherever a line lacks anything
make_report() {
    mkdir -p "$scratch/$1/ar"
    printf 'title: ص\nlanguages: {ar: }\nsections: [a]\n' >"$scratch/$1/report.yaml"
    { echo '# ص'; sed '1,/^---$/{1d;/^---$/!d}; s/^---$//' "$fidelity/corpora/$1-text.md"; } \
        >"$scratch/$1/ar/a.md"
    cat >"$scratch/$1/theme.yaml" <<EOF
kashida:
  use: full
  full: {from: 101 %, spaces: 100 %, longest: 75 %, per-line: 6}
EOF
}

# extract READER FILE.pdf
extract() {
    case $1 in
    pdftotext) pdftotext -enc UTF-8 -nopgbrk "$2" - ;;
    *) node tests/fidelity/extract.mjs "$modules" "$1" "$2" ;;
    esac
}

# check_reader TEXT READER
check_reader() {
    extract "$2" "$scratch/$1.pdf" >"$scratch/read" 2>"$scratch/why"
    expect "$1 comes back: $2" python3 tests/fidelity/measure.py \
        "$fidelity/corpora/$1.txt" "$scratch/read" --words 99.9 --show 10
    expect_equal "$1 has no tatweel: $2" \
        "$(grep -c "$(printf '\331\200')" "$scratch/read")" 0
}

# A tatweel that was typed is there.
typed=$(printf 'كت\331\200\331\200ب')
printf -- '---\nlang: ar\n---\n\n%s\n' "$typed" >"$scratch/typed.md"
must "$TAQRIR" build "$scratch/typed.md" -o "$scratch/typed.pdf"
for reader in pdftotext pdfium pdfjs-3.11 pdfjs-current; do
    extract "$reader" "$scratch/typed.pdf" >"$scratch/read" 2>"$scratch/why"
    expect_text "what is typed comes back: $reader" "$typed" "$scratch/read"
done

for text in arabic vocalised; do
    make_report "$text"
    must "$TAQRIR" build "$scratch/$text" -o "$scratch/$text.pdf"
    "$TAQRIR" build --stop-after=lines "$scratch/$text" >"$scratch/lines" 2>"$scratch/told"
    expect "$text is stretched" test "$(grep -c 'kashidas [1-9]' "$scratch/lines")" -gt 100
    for reader in pdftotext pdfium pdfjs-3.11 pdfjs-current; do
        check_reader "$text" "$reader"
    done
done
