#!/bin/sh
# check tells what build would, counts it, ends as build does, and writes nothing.
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

# arabic TEXT, english TEXT: what stands in the section
arabic() {
    printf '# قسم\n\n%s\n' "$1" >content/ar/one.md
}
english() {
    printf '# Section\n\n%s\n' "$1" >content/en/one.md
}

# like_build NAME ARGUMENT...: the messages and the status of check are those of build
like_build() {
    what=$1
    shift
    "$TAQRIR" build "$@" -o built >/dev/null 2>built.err
    built=$?
    rm -rf built
    find . ! -name 'check.*' | sort >before
    "$TAQRIR" check "$@" >check.out 2>check.err
    expect_equal "$what: the status is that of build" "$?" "$built"
    expect "$what: the messages are those of build" cmp check.err built.err
    find . ! -name 'check.*' | sort >after
    expect "$what: nothing is written" cmp before after
}

long=$(printf '%0300d' 0)
: >before >after

arabic 'نص.'
english 'Text.'
like_build 'nothing wrong'
expect_equal 'nothing wrong: no message' "$(cat check.err)" ''
expect_equal 'nothing wrong: it is said' "$(cat check.out)" 'content: no errors, no warnings'

english "A word $long too wide."
like_build 'a warning in two editions'
expect_equal 'a warning in two editions counts once' "$(cat check.out)" \
    'content: no errors, 1 warning'
like_build 'an edition without it' -e arabic
expect_equal 'an edition without it has no warning' "$(cat check.out)" \
    'content: no errors, no warnings'

arabic 'نص فيه 中 و 文.'
like_build 'two characters no font has, and a warning'
expect_equal 'what only the pages can tell is told' "$(cat check.out)" \
    'content: 2 errors, 1 warning'
like_build 'the edition without them' -e english
expect_equal 'it ends with 0' "$(cat check.out)" 'content: no errors, 1 warning'

english 'A line <br> ends.'
like_build 'an error of the document'
expect_equal 'an error of the document is counted' "$(cat check.out)" \
    'content: 1 error, no warnings'

mkdir content/data
printf 'place,deaths\nBasra,487\n' >content/data/toll.csv
arabic '{number: data/toll.csv[Basra, deaths]}'
english "487 {number: data/toll.csv[Basra, deaths]}

- One"
like_build 'a block that one language has, and a typed number of the data'
expect_equal 'the block is counted in both files' "$(cat check.out)" \
    'content: no errors, 2 warnings'
expect_text 'it is told' 'en/one.md:5:1: warning: this list has no partner in content/ar/one.md' \
    check.err
expect_text 'and so is the number' \
    'en/one.md:3:1: note: this number also stands in data/toll.csv[Basra, deaths]' check.err

printf 'One <br>.\n' >letter.md
like_build 'a lone file with an error' letter.md
expect_equal 'it is named' "$(cat check.out)" 'letter.md: 1 error, no warnings'

like_build 'a folder that is not there' nowhere
expect_equal 'and nothing is counted' "$(cat check.out)" ''
arabic 'نص.'
english 'Text.'
like_build 'an edition that is not there' -e arabc
expect_equal 'and nothing is counted then' "$(cat check.out)" ''
