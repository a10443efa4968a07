#!/bin/sh
# What is withheld leaves nothing in the file: not a letter, not its length. A name that still
# stands somewhere stops the edition.
. "$(dirname "$0")/../lib.sh"

# report FOLDER NAME ARABIC_NAME NOTE: the same text with these
report() {
    mkdir -p "$1/en" "$1/ar"
    cat >"$1/report.yaml" <<'EOR'
title: {en: Brief, ar: موجز}
date: 2026-11-01
languages: {en: , ar: }
sections: [a]
EOR
    cat >"$1/en/a.md" <<EOR
# The case of {withheld: $2}

> [!internal] $4

A witness, {withheld: $2}, was stopped. Two men of Nasiriyah said so to the court.

> [!withheld] $4
$4

- $(printf 'One item')

  > [!internal] $4

  It goes on.

> They came at dawn.
>
> > [!internal] $4
$4
>
> No one was told.
EOR
    cat >"$1/ar/a.md" <<EOR
# قضية {withheld: $3}

> [!internal] $4

أُوقف الشاهد {withheld: $3}. وقال ذلك رجلان من الناصرية أمام المحكمة.

> [!withheld] $3

- بند

  بقيته.

> جاؤوا فجراً.
>
> لم يُبلَّغ أحد.
EOR
}

report "$scratch/short" Ali علي 'Call them.'
report "$scratch/long" 'SECRETNAME bin Abdulhusayn al-Gharrawi' 'عبدالحسين بن السرّي الغراوي' \
    'HIDDENWORD was seen with the others at the bridge, [as told](https://hiddenplace.example) there, *twice*.'
for name in short long; do
    must "$TAQRIR" build "$scratch/$name" -o "$scratch/$name.pdf"
done

expect 'a name leaves not even its length' cmp "$scratch/short.pdf" "$scratch/long.pdf"
for word in HIDDENWORD SECRETNAME hiddenplace Gharrawi الغراوي; do
    must grep -rqF "$word" "$scratch/long"
    expect_equal "$word is not in the text" \
        "$(pdftotext "$scratch/long.pdf" - | grep -cF "$word")" 0
done
expect_equal 'a word says so in English' \
    "$(pdftotext "$scratch/long.pdf" - | grep -c 'A witness, \[withheld\], was')" 1
expect_equal 'the note that goes on without a mark is gone' \
    "$(pdftotext "$scratch/long.pdf" - | grep -c twice)" 0

# leaks NAME TEXT: a text where the name still stands
leaks() {
    report "$scratch/leak" 'Ali Hassan' 'علي حسن' none
    printf '\n%s\n' "$2" >>"$scratch/leak/$3/a.md"
    printf 'old' >"$scratch/leak.pdf"
    status=0
    "$TAQRIR" build "$scratch/leak" -o "$scratch/leak.pdf" 2>"$scratch/leak.err" || status=$?
    expect_equal "$1" "$status $(grep -c 'is to be withheld, but stands' "$scratch/leak.err") \
$(cat "$scratch/leak.pdf")" "$4 old"
}

leaks 'a name that still stands stops the edition' 'Then Ali Hassan left.' en '1 1'
leaks 'in another case and across spaces' 'Then ALI  hassan left.' en '1 1'
leaks 'in an address' '<https://example.org/people/ali-hassan>' en '1 1'
mkdir "$scratch/leak/images"
cp tests/sink/images/squares.png "$scratch/leak/images/gate.png"
leaks 'in the alternative text of a picture' '![Ali Hassan at the gate](images/gate.png)' en '1 1'
leaks 'in Arabic, vocalised and after a conjunction' 'ثم جاء وعَلِيّ حَسَن إليهم.' ar '1 1'

report "$scratch/leak" 'Ali Hassan' 'علي حسن' none
echo 'Alia Hassani left, and Hassan Ali came.' >>"$scratch/leak/en/a.md"
expect 'other names do not' "$TAQRIR" build "$scratch/leak" -o "$scratch/leak.pdf"
printf -- '- Zaynab Mahdi\n- زينب مهدي\n' >"$scratch/leak/protected.yaml"
expect 'a list of names that stand nowhere does not' \
    "$TAQRIR" build "$scratch/leak" -o "$scratch/leak.pdf"
echo 'Zaynab Mahdi came.' >>"$scratch/leak/en/a.md"
"$TAQRIR" build "$scratch/leak" -o "$scratch/leak.pdf" 2>"$scratch/leak.err"
expect_equal 'a name of the list does, and the place is in the list' \
    "$(sed -n 's,.*/,,;/is to be/p' "$scratch/leak.err")" \
    'protected.yaml:1:3: error: Zaynab Mahdi is to be withheld, but stands on page 2 of the edition report'
