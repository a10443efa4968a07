#!/bin/sh
# The back cover: the last page of each edition, with a QR code that readers of such codes read.
. "$(dirname "$0")/../lib.sh"

must "$TAQRIR" build tests/sink -o "$scratch" 2>"$scratch/err"
for edition in report arabic english; do
    pdf=$scratch/$edition.pdf
    last=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
    must pdftoppm -r 150 -f "$last" -l "$last" -singlefile -png "$pdf" "$scratch/$edition"
    expect_equal "$edition: the code on the last page is the address" \
        "$(zbarimg -q --raw "$scratch/$edition.png" 2>"$scratch/err")" \
        'https://example.org/sink'
    pdftotext -f 1 -l $((last - 1)) "$pdf" "$scratch/rest.txt"
    expect "$edition: there is one back cover" \
        sh -c "! grep -qE 'It proves nothing|لا يُثبت' '$scratch/rest.txt'"
done
pdftotext -f "$last" -l "$last" "$scratch/english.pdf" "$scratch/english.txt"
expect_text 'it says what the report says' 'The sink holds all' "$scratch/english.txt"
expect_text 'and who publishes it' 'Nobody' "$scratch/english.txt"
expect_equal 'in the languages of the edition alone' \
    "$(grep -cE 'المطبخ|لا أحد|الكتابة' "$scratch/english.txt")" 0
expect 'a click on the address leads there' sh -c "qpdf --qdf --object-streams=disable \
    '$scratch/english.pdf' - | grep -aq '/URI (https://example.org/sink)'"
