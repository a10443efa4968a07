#!/bin/sh
# A booklet as outside readers see it: two pages to a side, each where it belongs, and what a
# printer is told. Whether sheets fold into a book, unit/folding_test.c knows.
. "$(dirname "$0")/../lib.sh"
cd "$scratch" || exit 1

mkdir -p content/ar content/en
for n in 1 2 3 4; do
    printf '# Wordlet%s\n\nText.\n' $n >content/en/$n.md
    printf '# قسم\n\nنص qism%s.\n' $n >content/ar/$n.md
done
cat >content/report.yaml <<'END'
title: {ar: "تقرير", en: "Report"}
languages: {ar: {}, en: {}}
sections: ["1", "2", "3", "4"]
editions:
  booklet:
  long: {kind: booklet, duplex: long, languages: [en]}
  runs: {kind: booklet, separate: same, languages: [en]}
END
must "$TAQRIR" build content -o out

# plain NAME: the objects of the PDF as text
plain() {
    qpdf --qdf --object-streams=disable "out/$1.pdf" -
}

# half_of NAME SIDE X: the words on the half of a side that begins at X points, in one line
half_of() {
    pdftotext -f "$2" -l "$2" -x "$3" -y 0 -W 420 -H 595 -r 72 "out/$1.pdf" - |
        grep -oE 'Wordlet[0-9]|qism[0-9]' | sort -u | tr '\n' ' '
}

for edition in booklet long runs; do
    pdf=out/$edition.pdf
    plain $edition >plain.pdf
    pdfinfo "$pdf" >info
    expect "$edition: qpdf finds no fault" qpdf --check "$pdf"
    expect_equal "$edition: its sides are A4, lying" \
        "$(sed -n 's/^Page size: *//p' info)" '841.89 x 595.276 pts (A4)'
    expect_equal "$edition: it is not tagged" "$(sed -n 's/^Tagged: *//p' info)" no
    expect_equal "$edition: it has no links" "$(grep -ac '/Annot' plain.pdf)" 0
    expect_text "$edition: it is printed in its own size" '/PrintScaling /None' plain.pdf
    cp plain.pdf "$edition.pdf"
done

expect_equal 'ten pages and two blanks are six sides' \
    "$(pdfinfo out/booklet.pdf | sed -n 's/^Pages: *//p')" 6
expect_equal 'each page is placed once' "$(plain booklet | grep -ac '^q .*/P[0-9]* Do Q$')" 10
expect_equal 'behind the covers are the first pages: English on the left' \
    "$(half_of booklet 2 0)|$(half_of booklet 2 421)" 'Wordlet1 |qism1 '
expect_equal 'inside, English goes on to the right and Arabic to the left' \
    "$(half_of booklet 3 0)|$(half_of booklet 3 421)" 'qism2 |Wordlet2 '
expect_equal 'and both meet in the middle' \
    "$(half_of booklet 6 0)|$(half_of booklet 6 421)" '|'
expect_text 'by the short edge' '/DuplexFlipShortEdge' booklet.pdf
expect_text 'by the long edge' '/DuplexFlipLongEdge' long.pdf
expect_text 'in two runs' '/Simplex' runs.pdf
