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
