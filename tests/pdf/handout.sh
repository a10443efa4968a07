#!/bin/sh
# A handout as a copier sees it, black or white at 200 dots an inch: its code is read, its
# patterns are told apart, in both directions.
. "$(dirname "$0")/../lib.sh"
here=$PWD/tests/pdf

# copy_of PDF NAME: its pages, black or white
copy_of() {
    must pdftoppm -r 200 -mono "$1" "$scratch/$2"
}

must "$TAQRIR" build content -e handout -o "$scratch" 2>"$scratch/err"
copy_of "$scratch/handout.pdf" copy
expect_equal 'the Arabic side leads to the Arabic page' \
    "$(zbarimg -q --raw "$scratch/copy-1.pbm" 2>"$scratch/err")" \
    'https://ar.iraqicivilsociety.org/?p=9278'
expect_equal 'the English side to the English one' \
    "$(zbarimg -q --raw "$scratch/copy-2.pbm" 2>"$scratch/err")" \
    'https://www.iraqicivilsociety.org/archives/14331'

# What sets a colour, each once.
qpdf --qdf --object-streams=disable "$scratch/handout.pdf" "$scratch/plain.pdf"
colours() {
    grep -aoE '(^| )([0-9.]+ )+(rg|RG|k|K|g|G|sc|SC|scn|SCN|cs|CS)$' "$1" | sed 's/^ //' |
        sort -u | tr '\n' ','
}
expect_equal 'black and white are all there is' "$(colours "$scratch/plain.pdf")" '0 g,1 g,'
expect 'and no space of colours' \
    sh -c "! grep -aqE '/(DeviceRGB|DeviceCMYK|ICCBased|CalRGB|Lab|Separation)' '$scratch/plain.pdf'"
must "$TAQRIR" build content -e english -o "$scratch" 2>"$scratch/err"
qpdf --qdf --object-streams=disable "$scratch/english.pdf" "$scratch/english-plain.pdf"
expect 'as in the report, where it is found' \
    sh -c 'echo "$1" | grep -q " rg,"' sh "$(colours "$scratch/english-plain.pdf")"

mkdir -p "$scratch/six/ar" "$scratch/six/en"
cat >"$scratch/six/report.yaml" <<END
title: {ar: ستة, en: Six}
languages: {ar: , en: }
sections: [six]
editions:
  handout: {}
  copies: {colour: one}
END
printf 'name,a,b,c,d,e,f\nx,9,9,9,9,9,9\ny,8,8,8,8,8,8\n' >"$scratch/six/six.csv"
cat >"$scratch/six/en/six.md" <<END
# Six

\`\`\`chart
kind: bars
data: six.csv
title: Six
alt: Bars.
columns:
  - {column: name}
END
for column in a b c d e f; do
    echo "  - {column: $column, title: $column}" >>"$scratch/six/en/six.md"
done
# shellcheck disable=SC2016 # a fence, not a command
echo '```' >>"$scratch/six/en/six.md"
cp "$scratch/six/en/six.md" "$scratch/six/ar"
must "$TAQRIR" build "$scratch/six" -o "$scratch/six" 2>"$scratch/err"
qpdf --qdf --object-streams=disable "$scratch/six/copies.pdf" "$scratch/copies-plain.pdf"
expect_equal 'a report in one colour has no other' "$(colours "$scratch/copies-plain.pdf")" \
    '0 G,0 g,1 g,'
"$TAQRIR" build -e handout --stop-after=pages "$scratch/six" >"$scratch/dump" 2>"$scratch/err"
copy_of "$scratch/six/handout.pdf" six
for side in 1 2; do
    expect_equal "side $side: six series are told apart" \
        "$(python3 "$here/copies.py" "$scratch/dump" "$scratch"/six-[12].pbm |
            grep -c "six-$side")" 6
done
expect_equal 'what is striped leans with the reading' \
    "$(python3 "$here/copies.py" "$scratch/dump" "$scratch"/six-[12].pbm |
        sed -n 's/.*six-\(.\).* lean \([+-]\)0\.[345].*/\1\2/p' | head -n 4 | tr '\n' ' ')" \
    '1- 1+ 2+ 2- '
