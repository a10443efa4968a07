#!/bin/sh
# The kitchen sink, as outside readers see it: all that the notation can say, at its edges.
. "$(dirname "$0")/../lib.sh"

must "$TAQRIR" build tests/sink -o "$scratch"
for edition in report arabic english part parallel; do
    pdf=$scratch/$edition.pdf
    expect "$edition: qpdf finds nothing wrong" qpdf --check "$pdf"
    expect_silence "$edition: tags and content agree" \
        sh -c "python3 tests/pdf/tags.py '$pdf' 2>&1 >/dev/null"
done
expect_silence 'it builds without a word' \
    sh -c "'$TAQRIR' build tests/sink -o '$scratch' 2>&1 >/dev/null"

# text EDITION: without the marks of direction that readers add
text() {
    pdftotext "$scratch/$1.pdf" - |
        LC_ALL=C sed 's/\xe2\x80[\x8e\x8f\xaa-\xae]//g; s/\xd8\x9c//g; s/\xc2\xa0/ /g'
}
text english >"$scratch/english.txt"
text arabic >"$scratch/arabic.txt"

for words in 'Table 1. Forms of numbers' 'Table 2 (continued)' 'Figure 2. A gradient' \
    'A note from a cell of a table.' 'It stands at the foot of the page of its first mark' \
    'Basra; and its port' '1,234' '17,500.00' 'see Figure 1' '☑' 'deeper still'; do
    expect_text "English: $words" "$words" "$scratch/english.txt"
done
for words in 'حاشية من خانة في جدول.' 'تقف في أسفل صفحة علامتها الأولى' 'A note in English' \
    '١٬٢٣٤' '١٧٬٥٠٠٫٠٠' '(تتمة)' '☑' 'وأعمق منها'; do
    expect_text "Arabic: $words" "$words" "$scratch/arabic.txt"
done

# Their stamp is another.
expect_equal 'side by side no word of either language is lost' \
    "$(python3 tests/pdf/words.py "$scratch/parallel.pdf" "$scratch/english.pdf" \
        "$scratch/arabic.pdf" | tr '\n' ' ')" 'Draft مسودة '

# count TAG EDITION: how many elements
count() {
    pdfinfo -struct "$scratch/$2.pdf" | grep -cE "^ *$1( |:|\$)"
}
marks=$(grep -o '\[^[a-z0-9]*\]' tests/sink/en/*.md tests/sink/en/*/*.md | sort -u | wc -l)
cited=10 # in citations.md and inline.md, of those that stand in no note and no code
tables=$(grep -hcE '^\|[-:|]+\|$|^ *\| *-+ *\| *-+:? *\|$' tests/sink/en/*.md tests/sink/en/*/*.md |
    awk '{ n += $1 } END { print n }')
data=$(grep -hcE '^```(table|timeline)' tests/sink/en/*.md tests/sink/en/*/*.md | awk '{ n += $1 } END { print n }')
charts=$(grep -hcE '^ *```chart' tests/sink/en/*.md tests/sink/en/*/*.md | awk '{ n += $1 } END { print n }')
annexed=$(cat tests/sink/en/*.md tests/sink/en/*/*.md | grep -c '^table: annex$')
pictures=4
expect_equal 'each note is an element' "$(count Note english)" "$((marks + cited))"
expect_equal 'each table is an element, once however many pages it takes' \
    "$(count Table english)" "$((tables + data + annexed + 1))" # and the glossary
expect_equal 'each figure is an element, and each chart' "$(count Figure english)" "$((pictures + charts))"
expect_equal 'each edition has as many notes' "$(count Note arabic)" "$((marks + cited))"
expect_equal 'that of both languages twice as many' "$(count Note parallel)" "$(((marks + cited) * 2))"
# UTF-16BE: "A tall bar"
expect 'a figure says what it shows' sh -c "qpdf --qdf --object-streams=disable \
    '$scratch/english.pdf' - | grep -aqi '/Alt <feff0041002000740061006c006c0020006200610072>'"

expect_equal 'each disputed figure is drawn by its outline, and what follows is not' \
    "$(qpdf --qdf --object-streams=disable "$scratch/english.pdf" - | grep -aoE '[01] Tr$' |
        tr -d '\n')" '1 Tr0 Tr1 Tr0 Tr1 Tr0 Tr'

# The folio in the contents is that of the page the heading stands on.
last=$(pdfinfo "$scratch/english.pdf" | sed -n 's/^Pages: *//p')
last=$((last - 1)) # before the back cover
pdftotext -f "$last" -l "$last" "$scratch/english.pdf" "$scratch/last.txt"
expect_text 'the last section is on the last page' 'Sources' "$scratch/last.txt"
pdftotext -f 2 -l 3 -layout "$scratch/english.pdf" "$scratch/contents.txt"
expect 'and the contents say so' grep -qE "^ *Sources +$last\$" "$scratch/contents.txt"
