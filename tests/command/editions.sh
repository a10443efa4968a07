#!/bin/sh
# What one edition cannot have keeps it, and only it, from being written.
. "$(dirname "$0")/../lib.sh"
cd "$scratch" || exit 1

mkdir -p content/ar content/en
cat >content/report.yaml <<'END'
title: {ar: "تقرير", en: "Report"}
languages: {ar: {}, en: {}}
sections: [one]
editions:
  both: {languages: [ar, en]}
  arabic: {languages: [ar]}
  english: {languages: [en]}
END
printf '# قسم\n\nنص فيه 中 واحد.\n' >content/ar/one.md
printf '# Section\n\nText.\n' >content/en/one.md

expect_status 'a character no font has: status 1' 1 "$TAQRIR" build content -o pdf
expect_equal 'only the edition without it is written' "$(ls pdf)" english.pdf
expect_equal 'it is told once' "$(grep -c 'no font has' err)" 1

printf '# قسم\n\nنص.\n' >content/ar/one.md
expect_status 'without it: status 0' 0 "$TAQRIR" build content -o a/new/folder
expect_equal 'all editions are written' "$(ls a/new/folder | tr '\n' ' ')" \
    'arabic.pdf both.pdf english.pdf '
expect_status 'a kind that is not listed is made when it is asked for: status 0' 0 \
    "$TAQRIR" build content -e report -o asked
expect_equal 'and nothing else is' "$(ls asked)" report.pdf
expect_status 'a file in a folder that is not there yet: status 0' 0 \
    "$TAQRIR" build content -e english -o other/folder/one.pdf
expect_equal 'it is there' "$(ls other/folder)" one.pdf

expect_status 'report.yaml is no Markdown file: status 3' 3 \
    "$TAQRIR" build content/report.yaml -o yaml.pdf
expect_equal 'it is not set as one' "$(ls yaml.pdf 2>&1 | grep -c cannot)" 1

# --- some of the sections --------------------------------------------------------------

cat >content/report.yaml <<'END2'
title: {en: "Report"}
languages: {en: {}}
sections: [one, force, {part: contents}, calls]
editions:
  whole: {}
  part: {sections: [force, contents]}
END2
rm -r content/ar
printf '# Section {#one}\n\nText.\n' >content/en/one.md
printf -- '---\nfinding: force\n---\n# Force\n\nSee [one](#one) and [@rec:stop].\n' >content/en/force.md
printf -- '---\naddressee: all\n---\n# Calls\n\n## Stop {#rec:stop answers=force}\n' >content/en/calls.md
must "$TAQRIR" build content -o some
expect_equal 'what leads elsewhere is a link where that is' \
    "$(qpdf --qdf some/whole.pdf - | grep -c '/Subtype /Link')" 8
expect_equal 'and text where it is not' \
    "$(qpdf --qdf some/part.pdf - | grep -c '/Subtype /Link') \
$(pdftotext some/part.pdf - | grep -c 'See one and Recommendation 1')" '1 1'
expect_equal 'nothing answers a finding where no recommendation is' \
    "$(pdftotext some/part.pdf - | grep -c 'that answer')" 0
expect_silence 'tags and content agree' \
    sh -c "python3 '$OLDPWD/tests/pdf/tags.py' some/part.pdf 2>&1 >/dev/null"

# --- the sample in large print ------------------------------------------------------------

cp -r "$OLDPWD/content" sample
printf '  large: {languages: [ar], large-print: true}\n' >>sample/report.yaml
expect_status 'the sample has an edition in large print: status 0' 0 \
    "$TAQRIR" build sample -e large -o large.pdf
expect_equal 'one chart of it has no room for large letters, which is told' \
    "$(grep -c 'in large print the letters of this chart have no room' err)" 1

# --- a handout of more languages than sides are usual --------------------------------------

mkdir -p many
for language in ar en fr de es; do
    mkdir -p "many/$language"
    printf -- '---\nfinding: f\n---\n# F\n\nText.\n' >"many/$language/a.md"
    { printf '# C\n'; for i in 1 2 3 4 5 6 7 8 9 10; do
        printf '\n## G {#g%s addressee=body%s}\n\n### Stop {#rec:r%s answers=f}\n' $i $i $i
    done; } >"many/$language/c.md"
done
printf 'title: {ar: T, en: T, fr: T, de: T, es: T}\nlanguages: {ar: , en: , fr: , de: , es: }\nsections: [a, c]\n' \
    >many/report.yaml
expect_status 'a handout of five languages has five sides: status 0' 0 \
    "$TAQRIR" build many -e handout -o many.pdf
expect_equal 'which are there' "$(pdfinfo many.pdf | grep -c 'Pages: *5')" 1
expect_equal 'and every one of ten addressees is named' \
    "$(pdftotext many.pdf - | grep -o 'body[0-9]*' | sort -u | wc -l)" 10

# --- lists of what is not in an edition ------------------------------------------------------

cat >content/report.yaml <<'END2'
title: {en: "Report"}
languages: {en: {}}
sections: [{part: glance}, {part: findings}, {part: tables}, one, force, calls]
editions:
  texts: {sections: [glance, findings, tables, one]}
  calls: {sections: [glance, findings, tables, calls]}
END2
printf '# Section {#one}\n\nText.\n' >content/en/one.md
printf -- '---\nfinding: force\n---\n# Force\n\n| A |\n|---|\n| b |\n\n: Of it\n' >content/en/force.md
must "$TAQRIR" build content -o lists
expect_equal 'what lists nothing is left out' "$(pdfinfo lists/texts.pdf | grep -c 'Pages: *2')" 1
expect_equal 'a glance at recommendations alone has no head of findings' \
    "$(pdftotext lists/calls.pdf - | grep -c '^Findings')" 0
expect_equal 'and has them' "$(pdftotext lists/calls.pdf - | grep -c '^Recommendations')" 1
