#!/bin/sh
# The edition for a press, read back: boxes, inks, overprint, what PDF/X-4 asks for.
. "$(dirname "$0")/../lib.sh"

# open PDF: its objects, uncompressed, to $scratch/open
open() {
    qpdf --qdf --object-streams=disable "$1" "$scratch/open" 2>&1
}

# operators PATTERN: how many lines of content match
operators() {
    grep -acE "$1" "$scratch/open"
}

must "$TAQRIR" build tests/sink -e press -o "$scratch" 2>"$scratch/err"
must "$TAQRIR" build tests/sink -e english -o "$scratch" 2>"$scratch/err"
pdf=$scratch/press.pdf
expect 'qpdf finds nothing wrong' qpdf --check "$pdf"

must open "$scratch/english.pdf"
expect 'on the screen there is red, green and blue' test "$(operators ' (rg|RG)$')" -gt 100
must open "$pdf"
expect_equal 'for the press there is none' "$(operators ' (rg|RG)$|DeviceRGB|CalRGB|/Lab')" 0
expect_equal 'nothing is transparent' "$(operators '/SMask|/ca |/CA |/BM ')" 0
expect_equal 'there are no links' "$(operators '/Annots|/URI|/Outlines')" 0
expect 'there are inks' test "$(operators '^0.2 0.82 0.95 0.12 k$')" -gt 100
expect_equal 'pictures are in inks or in black' \
    "$(pdfimages -list "$pdf" | awk 'NR > 2 { print $6 }' | sort -u | tr '\n' ' ')" 'cmyk gray '
expect_silence 'black text, and nothing else, is printed over what is there' \
    awk -f tests/pdf/overprint.awk "$scratch/open"
sed 's/^0 0 0 1 k$/0 0 0 0.99 k/' "$scratch/open" >"$scratch/grey"
expect_text 'which can be seen to be wrong' 'text in 0 0 0 0.99 k, over 1' /dev/stdin <<EOF
$(awk -f tests/pdf/overprint.awk "$scratch/grey")
EOF
expect 'marks are in every ink' test "$(operators '^(q )?/All CS 1 SCN$')" -gt 500

for words in '/GTS_PDFX' 'pdfxid:GTS_PDFXVersion>PDF/X-4<' '/Trapped /False' \
    'xmp:ModifyDate>2026-11-24T00:00:00Z<' 'xmpMM:DocumentID>uuid:' \
    'xmpMM:RenditionClass>default<' '/OutputConditionIdentifier (Custom)' '/N 4'; do
    expect "it says $words" grep -qaF -e "$words" "$scratch/open"
done
expect_equal 'it is PDF 1.6' "$(head -c 8 "$pdf")" '%PDF-1.6'
qpdf --show-object=trailer "$pdf" >"$scratch/trailer"
expect_text 'it has an id' '/ID' "$scratch/trailer"
expect 'every font is embedded' sh -c \
    "pdffonts '$pdf' | awk 'NR > 2 && \$(NF - 4) != \"yes\" { bad = 1 } END { exit bad || NR < 4 }'"

# In points: A4, 3 mm of bleed, 12 mm of marks.
pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
boxes() {
    pdfinfo -box -f 1 -l "$pages" "$pdf" | sed -n "s/^Page.* $1: *//p" | sort -u
}
expect_equal 'the paper' "$(boxes MediaBox)" '0.00     0.00   680.32   926.93
0.00     0.00   926.93   680.32'
expect_equal 'the bleed' "$(boxes BleedBox)" '34.02    34.02   646.30   892.91
34.02    34.02   892.91   646.30'
expect_equal 'the cut' "$(boxes TrimBox)" '42.52    42.52   637.80   884.41
42.52    42.52   884.41   637.80'

# The cover has colour to the end of the bleed, and none beyond.
must pdftoppm -r 72 -f 1 -l 1 -png -singlefile "$pdf" "$scratch/cover"
ink_at() {
    pdftoppm -r 72 -f 1 -l 1 -singlefile -x "$1" -y "$2" -W 1 -H 1 "$pdf" | tail -c 3 | od -An -tu1 |
        tr -d '\n'
}
for place in '36 200' '643 200' '300 37' '300 890'; do
    # shellcheck disable=SC2086  # two words
    expect "the cover bleeds at $place" test "$(ink_at $place)" != ' 255 255 255'
done
for place in '31 200' '649 200' '300 30' '300 897'; do
    # shellcheck disable=SC2086  # two words
    expect_equal "and ends before $place" "$(ink_at $place)" ' 255 255 255'
done

# Ink in JPEG files is written in five ways, two of them inverted; one picture lies.
mkdir -p "$scratch/photographs" "$scratch/album/en"
must "${PROGRAMS:-build/release/tests}/pdf/photographs" "$scratch/photographs"
cp "$scratch/photographs"/ink*.jpg "$scratch/album"
printf 'title: Album\ndate: 2026-11-24\nlanguages: {en: {}}\nsections: [one]\n' \
    >"$scratch/album/report.yaml"
printf '# Album\n' >"$scratch/album/en/one.md"
for picture in "$scratch/album"/ink*.jpg; do
    printf '\n![A picture](%s)\n' "$(basename "$picture")"
done >>"$scratch/album/en/one.md"
must "$TAQRIR" build "$scratch/album" -e press -o "$scratch/album.pdf" 2>"$scratch/err"
expect_silence 'all show the same ink' python3 tests/pdf/inks.py "$scratch/album.pdf"
expect_equal 'each is there' "$(pdfimages -list "$scratch/album.pdf" | grep -c ' cmyk ')" 5

# A spot ink and a profile of one's own.
cp -R tests/sink "$scratch/report"
cp /usr/share/color/icc/ghostscript/ps_cmyk.icc "$scratch/report/shop.icc"
printf 'print:\n  profile: shop.icc\n  spot: {colour: brick, name: PANTONE 174 C}\n' \
    >"$scratch/report/theme.yaml"
must "$TAQRIR" build "$scratch/report" -e press -o "$scratch/own.pdf" 2>"$scratch/err"
must open "$scratch/own.pdf"
expect_text 'a spot ink has its name' '/PANTONE#20174#20C' "$scratch/open"
expect 'brick is printed with it' test "$(operators '^/Spot cs 1 scn$')" -gt 100
expect_equal 'and not with the four inks' "$(operators '^0.2 0.82 0.95 0.12 k$')" 0
expect 'the profile is the one that is named' sh -c "qpdf --show-object=\"\$(qpdf --json '$scratch/own.pdf' |
    sed -n 's/.*DestOutputProfile\": \"\\([0-9]*\\) .*/\\1/p' | head -n 1)\" --filtered-stream-data \
    '$scratch/own.pdf' | cmp - '$scratch/report/shop.icc'"
"$TAQRIR" theme "$scratch/report" >"$scratch/theme"
expect_text 'the theme says so' 'profile: "shop.icc"' "$scratch/theme"
expect_text 'and so' 'spot: {colour: brick, name: "PANTONE 174 C"}' "$scratch/theme"

sed -i '/^date:/d' "$scratch/report/report.yaml"
expect_status 'without a day nothing is written' 1 \
    "$TAQRIR" build "$scratch/report" -e press -o "$scratch/undated.pdf"
expect_text 'which is told' 'says of which day it is' "$scratch/err"
