#!/bin/sh
# Fonts of a report in the PDF, as outside readers see it: TrueType and CFF, embedded as
# subsets, with text that comes back; and the languages of tests/neighbours.
. "$(dirname "$0")/../lib.sh"

otf=/usr/share/fonts/opentype/freefont
ttf=/usr/share/fonts/truetype/noto
mkdir -p "$scratch/own/fonts" "$scratch/own/en"
cp "$otf/FreeSerif.otf" "$otf/FreeSerifBold.otf" "$otf/FreeSerifItalic.otf" \
    "$otf/FreeSerifBoldItalic.otf" "$ttf/NotoSans-Regular.ttf" "$scratch/own/fonts"
printf 'title: Own fonts\nlanguages: {en: }\nsections: [a]\n' >"$scratch/own/report.yaml"
cat >"$scratch/own/theme.yaml" <<'END'
fonts:
  Free:
    regular: fonts/FreeSerif.otf
    bold: fonts/FreeSerifBold.otf
    italic: fonts/FreeSerifItalic.otf
    bold-italic: fonts/FreeSerifBoldItalic.otf
  Mine: {regular: fonts/NotoSans-Regular.ttf}
roles:
  text: {latin: {family: Free, features: [onum]}}
code: {family: Mine}
END
words='An office affirms: AVATAR, naïve Łódź, 1234567890 — “final flow”.'
printf '# One\n\n%s\n\n*Slanted*, **bold**, ***both***, `coded`.\n' "$words" \
    >"$scratch/own/en/a.md"

expect_silence 'fonts of the report are set without a word' \
    sh -c '"$0" build "$1" -o "$1/out" >"$1/told"' "$TAQRIR" "$scratch/own"
pdf=$scratch/own/out/report.pdf
expect 'qpdf finds nothing wrong' qpdf --check "$pdf"
pdffonts "$pdf" | sed '1,2d; s/^[A-Z]*+//' >"$scratch/fonts"
for face in FreeSerif FreeSerifBold FreeSerifItalic FreeSerifBoldItalic; do
    expect "$face is embedded as a subset of CFF" \
        grep -qE "^$face +CID Type 0C +Identity-H +yes yes yes" "$scratch/fonts"
done
expect 'a TrueType font too' grep -qE '^NotoSans-Regular +CID TrueType .* yes yes yes' \
    "$scratch/fonts"
pdftotext "$pdf" "$scratch/text"
expect_text 'the text comes back' "$words" "$scratch/text"
expect_text 'in each style' 'Slanted, bold, both, coded.' "$scratch/text"
mutool draw -q -F text "$pdf" >"$scratch/text" 2>/dev/null
expect_text 'to another reader too' "$words" "$scratch/text"
must "$TAQRIR" build "$scratch/own" -o "$scratch/again"
expect 'the same content makes the same bytes' cmp "$pdf" "$scratch/again/report.pdf"

cp "$scratch/own/fonts/FreeSerif.otf" "$scratch/whole"
head -c 100000 "$scratch/whole" >"$scratch/own/fonts/FreeSerif.otf"
expect_status 'a font that is cut short is told' 1 \
    "$TAQRIR" build "$scratch/own" -o "$scratch/own/out"
expect_text 'with its place' 'theme.yaml:3:14: error: the font fonts/FreeSerif.otf cannot' \
    "$scratch/err"
expect 'and the PDF stays' cmp "$pdf" "$scratch/again/report.pdf"

# --- the neighbours

must "$TAQRIR" build tests/neighbours -o "$scratch"
pdf=$scratch/neighbours.pdf
expect 'neighbours: qpdf finds nothing wrong' qpdf --check "$pdf"
expect_silence 'neighbours: tags and content agree' \
    sh -c "python3 tests/pdf/tags.py '$pdf' 2>&1 >/dev/null"
pdftotext "$pdf" - |
    LC_ALL=C sed 's/\xe2\x80[\x8e\x8f\xaa-\xae]//g; s/\xd8\x9c//g' >"$scratch/text"
expect_text 'Persian comes back' 'تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت' \
    "$scratch/text"
expect_text 'Urdu comes back' 'تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا' \
    "$scratch/text"
expect_text 'Sorani comes back' 'هەموو مرۆڤەکان بە ئازادی و لە کەرامەت و مافدا' \
    "$scratch/text"
expect_text 'Hebrew comes back' 'כל בני אדם נולדו בני חורין ושווים בערכם' "$scratch/text"
qpdf --qdf --object-streams=disable "$pdf" "$scratch/plain.pdf"
# Of their sections, and of a paragraph of the Arabic one (unit/neighbours_test.c).
for language in fa ur ckb he; do
    tag=$(printf '%s' "$language" | iconv -t UTF-16BE | od -An -tx1 | tr -d ' \n')
    expect "$language is the language of elements" \
        grep -aqE "/Lang <feff$tag>" "$scratch/plain.pdf"
done
