#!/bin/sh
# All that is read is tagged, once, and stands in the tree where it stands in the text.
. "$(dirname "$0")/../lib.sh"

faults() {
    python3 tests/pdf/tags.py "$1" 2>&1 >/dev/null
}

# tree MARKDOWN: what stands in its one section, an element a line
tree() {
    printf '%b' "$1" >"$scratch/text.md"
    "$TAQRIR" build "$scratch/text.md" -o "$scratch/text.pdf" >"$scratch/out" 2>&1 || return
    python3 tests/pdf/tags.py "$scratch/text.pdf" | sed -n '4,$s/^      //p'
}

must "$TAQRIR" build content -o "$scratch/report"
must "$TAQRIR" build tests/pdf/letter.md -o "$scratch/report/letter.pdf"
rm "$scratch/report/booklet.pdf" "$scratch/report/press.pdf" # for paper: not tagged
for pdf in "$scratch"/report/*.pdf; do
    expect_silence "${pdf##*/}: tags and content agree" faults "$pdf"
done

expect_equal 'a link, code and foreign words stand at their place in the paragraph' \
    "$(tree 'One [two `three` four](https://example.org) five كلمة six `seven` eight.')" \
    'P en Onetwothreefourfiveكلمةsixseveneight.
  Link twothreefour
    Code three
  Span ar كلمة
  Code seven'

expect_equal 'so they do in Arabic, where a line runs the other way' \
    "$(tree 'واحد [اثنان](https://example.org) ثلاثة word أربعة **خمسة** ستة.')" \
    'P ar واحداثنانثلاثةwordأربعةخمسةستة.
  Link اثنان
  Span en word'

words='كلمة word كلمة أخرى '
expect_equal 'a link over many lines is one element' \
    "$(tree "أول [$words$words$words$words$words$words$words](https://example.org) آخر" |
        sed 's/ [^ ]*$//' | uniq -c | tr -s ' ' | tr '\n' '|')" \
    ' 1 P ar| 1 Link| 7 Span en|'
expect_silence 'and its areas are annotations of it' faults "$scratch/text.pdf"

expect_equal 'a panel and a key figure are divisions, a pull quote is a quotation' \
    "$(tree '> [!panel] T\n> a\n\n> [!key] 5\n> b\n>\n> c\n\n> [!pull] d\n> — e\n')" \
    'Div en Ta
  P en T
  P en a
Div en 5bc
  P en 5
  P en b
  P en c
BlockQuote en d—e
  P en d
  P en —e'

expect_equal 'the number of a paragraph stands in it' \
    "$(tree '---\nparagraph-numbers: true\n---\na\n')" \
    'P en 1.a
  Span 1.'

expect_equal 'lists hold items, items a label and a body; nothing is empty' \
    "$(tree '1. 5. a\n2.\n\n>\n\n- b\n\n  c\n')" \
    'L en 1.5.a2.
  LI 1.5.a
    Lbl en 1.
    LBody 5.a
      L en 5.a
        LI 5.a
          Lbl en 5.
          LBody a
            P en a
  LI 2.
    Lbl en 2.
L en •bc
  LI •bc
    Lbl en •
    LBody bc
      P en b
      P en c'
expect_silence 'and tags and content agree there too' faults "$scratch/text.pdf"
