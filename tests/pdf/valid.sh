#!/bin/sh
# Outside readers find nothing to say about the PDF, and find in it what must be there.
. "$(dirname "$0")/../lib.sh"

# This Debian's mutool was built without colour management and says so of every file.
draw_silently() {
    mutool draw -q -r 40 -o /dev/null "$1" 2>&1 >/dev/null |
        grep -v 'ICC support is not available'
    return 0
}

read_silently() {
    pdftotext "$1" /dev/null 2>&1
}

# qpdf says much of a good file, so its exit status counts: 3 is a warning.
fonts_of() {
    pdffonts "$1" 2>&1 | sed 1,2d
}

# Names, but not numbers, before the columns emb, sub, uni, object and generation.
bad_fonts() {
    fonts_of "$1" | awk '$(NF - 4) $(NF - 3) $(NF - 2) != "yesyesyes" { print $1 }'
}

type3_fonts() {
    fonts_of "$1" | grep 'Type 3'
    return 0
}

plain_streams() {
    qpdf --show-xref "$1" >/dev/null &&
        qpdf --json --json-key=qpdf "$1" 2>/dev/null | python3 -c '
import json, sys
for part in json.load(sys.stdin)["qpdf"]:
    for name, value in part.items():
        entry = value.get("stream", {}).get("dict") if isinstance(value, dict) else None
        if entry is not None and entry.get("/Filter") != "/FlateDecode" \
                and entry.get("/Type") != "/Metadata":
            print("a stream is not deflated:", name)
'
}

check_pdf() {
    what=$1
    pdf=$2
    tagged=yes
    version=1.7
    case $what in booklet | press) tagged=no ;; esac # they are for paper
    [ "$what" = press ] && version=1.6 # as PDF/X-4 has it
    expect "$what: qpdf finds no fault" qpdf --check "$pdf"
    expect_silence "$what: mutool draws it in silence" draw_silently "$pdf"
    expect_silence "$what: pdftotext reads it in silence" read_silently "$pdf"
    expect "$what: it has fonts" [ -n "$(fonts_of "$pdf")" ]
    expect_silence "$what: every font is embedded, subset and has Unicode" bad_fonts "$pdf"
    expect_silence "$what: no font is of Type 3" type3_fonts "$pdf"
    expect_silence "$what: its streams are deflated" plain_streams "$pdf"
    pdfinfo "$pdf" >"$scratch/info" 2>&1
    expect_equal "$what: it is PDF $version" \
        "$(sed -n 's/^PDF version: *//p' "$scratch/info")" $version
    expect_equal "$what: it is tagged, if it is not for paper" \
        "$(sed -n 's/^Tagged: *//p' "$scratch/info")" $tagged
    expect_equal "$what: it is not encrypted" \
        "$(sed -n 's/^Encrypted: *//p' "$scratch/info")" no
    expect_equal "$what: it has no scripts" \
        "$(sed -n 's/^JavaScript: *//p' "$scratch/info")" no
    [ "$what" = press ] || # it has a border
        expect "$what: its pages are A4" grep -q '^Page size:.*(A4)' "$scratch/info"
}

outline_of() {
    mutool show "$1" outline | sed 's/^[^"]*"\(.*\)"[^"]*$/\1/'
}

must "$TAQRIR" build tests/pdf/letter.md -o "$scratch/letter.pdf"
must "$TAQRIR" build content -o "$scratch/out"
check_pdf letter "$scratch/letter.pdf"
for pdf in "$scratch"/out/*.pdf; do
    name=${pdf##*/}
    check_pdf "${name%.pdf}" "$pdf"
done

expect_equal 'the outline has the headings in order' \
    "$(outline_of "$scratch/letter.pdf" | tr '\n' '|')" \
    'رسالة قصيرة|قائمة|A short letter|A list|The end|'
expect_equal 'the title is that of the first heading' \
    "$(pdfinfo "$scratch/letter.pdf" | sed -n 's/^Title: *//p')" 'رسالة قصيرة'
