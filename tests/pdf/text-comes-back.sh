#!/bin/sh
# The words of real prose come back whole and in order in four readers at once, and with
# them each number, date, URI and e-mail address. The table of results is
# build/fidelity/table.txt; tests/fidelity/README.md tells how they are measured.
. "$(dirname "$0")/../lib.sh"

fidelity=build/fidelity
modules=$fidelity/node_modules
results=$fidelity/results
readers='pdftotext pdfium pdfjs-3.11 pdfjs-current'

# One line a case: text, dressing (the face: see set_pdf), the least share of words, and
# of data that must be whole; "-" tells the share and demands nothing.
cases='
arabic text 99.9 -
persian text 99.9 -
urdu text 99.9 -
vocalised text 99.5 -
english text 99.9 -
technical text 98 -
mixed text 98 100
arabic bold 99.9 -
vocalised bold 99.5 -
english bold 99.9 -
english italic 99.9 -
arabic heading 99.9 -
english heading 99.9 -
arabic code 99.9 -
persian code 99.9 -
urdu code 99.9 -
vocalised code 99.5 -
english code 99.9 -
'

# What no way of writing the PDF has yet given back: TEXT DRESSING READER WORDS WHOLE, to
# be demanded in place of what the case says, so that at least it gets no worse. Each line
# has its reason here.
limits='
'

# set_pdf DRESSING SOURCE.md FILE.pdf: by which command a face is had. All these are of
# the default theme: Amiri and Noto Serif in the text, in bold, in italic; headings in
# Noto Kufi Arabic and Noto Sans; code in Noto Naskh Arabic and Noto Sans Mono.
set_pdf() {
    case $1 in
    *) "$TAQRIR" build "$2" -o "$3" ;;
    esac
}

# extract READER FILE.pdf FILE.txt
extract() {
    case $1 in
    pdftotext) pdftotext -enc UTF-8 -nopgbrk "$2" "$3" ;;
    *) node tests/fidelity/extract.mjs "$modules" "$1" "$2" >"$3" ;;
    esac
}

# demand READER: what is demanded of it in this case, of words and of data
demand() {
    printf '%s' "$limits" | awk -v wanted="$text $dressing $1" -v usual="$words $whole" '
        $1 " " $2 " " $3 == wanted { usual = $4 " " $5 }
        END { gsub("-", "0", usual); print usual }'
}

# measure_reader READER: writes what was measured to a file, and prints the result
measure_reader() {
    name="$text, $dressing: $1"
    if ! why=$(extract "$1" "$made.pdf" "$made.$1.txt" 2>&1); then
        not_ok "$name" "$why"
        return
    fi
    demanded=$(demand "$1")
    measured=$(python3 tests/fidelity/measure.py "$corpus.txt" "$made.$1.txt" \
        --words "${demanded% *}" --whole "${demanded#* }" --show 40 2>&1)
    status=$?
    printf '%s\n' "$measured" >"$made.$1.measure"
    if [ "$status" = 0 ]; then
        ok "$name"
    else
        not_ok "$name" "$demanded % of words and data demanded, found: $measured"
    fi
}

# One row: text, face, words, data, then for each reader the two shares
print_row() {
    cat "$made".*.measure 2>/dev/null |
        awk -v name="$text" -v face="$dressing" '!/^lost/ { words = $2; data = $4 }
            END { printf "%-10s %-8s %6s %5s", name, face, words, data }'
    for reader in $readers; do
        awk 'NR == 1 { printf "  %7.3f %7.3f", $1, $3}' \
            "$made.$reader.measure" 2>/dev/null || printf '  %7s %7s' - -
    done
    echo
}

# check_case TEXT DRESSING WORDS WHOLE, in a folder of its own
check_case() {
    text=$1 dressing=$2 words=$3 whole=$4
    corpus=$fidelity/corpora/$text
    made=$results/$text-$dressing
    if why=$(set_pdf "$dressing" "$corpus-$dressing.md" "$made.pdf" 2>&1); then
        for reader in $readers; do
            measure_reader "$reader"
        done >"$made.lines"
    else
        not_ok "$text, $dressing" "no PDF: $why" >"$made.lines"
    fi
    print_row >"$made.row"
}

print_table() {
    echo "Percent of the source in each reader: words exact and in order, then numbers,"
    echo "dates, URIs and e-mail addresses whole."
    printf '%-10s %-8s %6s %5s' text face words data
    # shellcheck disable=SC2086  # words
    printf '  %-15s' $readers
    echo
    each_case cat_row
    for measure in "$results"/*.measure; do
        [ -e "$measure" ] || continue
        sed -n "s,^lost ,${measure##*/}: lost ,p" "$measure"
    done
}

cat_row() {
    cat "$results/$1-$2.row"
}

cat_lines() {
    cat "$results/$1-$2.lines"
}

# each_case COMMAND: with the words of the case's line
each_case() {
    printf '%s' "$cases" | sed '/^$/d' | while read -r line; do
        # shellcheck disable=SC2086  # words
        "$1" $line
    done
}

# As many cases side by side as there are processors; this script runs each.
if [ "${1-}" = case ]; then
    shift
    check_case "$@"
    exit
fi

must tests/fidelity/install
must python3 tests/fidelity/corpora.py "$fidelity" tests/fidelity/mixed.md
python3 -B tests/fidelity/self-test.py | sed 's/ok /ok measure: /'

rm -rf "$results"
mkdir -p "$results"
printf '%s' "$cases" | sed '/^$/d' |
    xargs -P "$(nproc)" -L 1 tests/pdf/text-comes-back.sh case
each_case cat_lines
print_table >"$fidelity/table.txt"
sed 's/^/# /' "$fidelity/table.txt"
