#!/bin/sh
# make report writes again what has changed or is not there any more, and nothing else.
. "$(dirname "$0")/../lib.sh"

# A copy in which nothing has to be compiled: the sources and objects keep their times.
copy=$scratch/copy
mkdir -p "$copy/build/release"
cp -a Makefile src content fonts "$copy"
cp -a build/taqrir build/gen "$copy/build"
cp -a build/release/src build/release/flags "$copy/build/release"
cd "$copy" || exit 1

# The make that runs the tests has its own options, which are not for this one.
unset MAKEFLAGS MAKELEVEL

sums() {
    sha256sum out/*.pdf
}

# again NAME: it is written again, and as it was before
again() {
    expect_status "$1: status 0" 0 make report
    expect_text "$1: it is written again" 'out/report.pdf: ' "$scratch/out"
    expect_equal "$1: as it was before" "$(sums)" "$written"
}

expect_status 'the first time: status 0' 0 make report
written=$(sums)
expect_equal 'all editions are there' "$(ls out | tr '\n' ' ')" \
    'arabic.pdf booklet.pdf english.pdf handout.pdf parallel.pdf press.pdf report.pdf '
expect_equal 'and told' \
    "$(sed -n 's/: [0-9]* pages\( on [0-9]* sides\)*$//p' "$scratch/out" | sort | tr '\n' ' ')" \
    'out/arabic.pdf out/booklet.pdf out/english.pdf out/handout.pdf out/parallel.pdf out/press.pdf out/report.pdf '

echo x >out/other.pdf
expect_status 'the second time: status 0' 0 make report
expect_text 'nothing has changed' 'Nothing has changed' "$scratch/out"
expect_equal 'what was written is told, and no other' \
    "$(sed 1d "$scratch/out" | sort | tr '\n' ' ')" \
    'out/arabic.pdf out/booklet.pdf out/english.pdf out/handout.pdf out/parallel.pdf out/press.pdf out/report.pdf '
rm out/other.pdf

rm out/arabic.pdf
again 'a PDF that is not there'
cp out/english.pdf out/report.pdf
again 'a PDF in whose place there is another'
echo '<!-- a remark -->' >>content/en/summary.md
again 'a text that has changed'

printf '\n<br>\n' >>content/en/summary.md
expect_status 'an error: status of make' 2 make report
expect_text 'it is told' 'error: HTML' "$scratch/err"
expect_status 'it is not forgotten' 2 make report
expect_equal 'the PDF files stay' "$(sums)" "$written"
