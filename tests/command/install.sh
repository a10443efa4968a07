#!/bin/sh
# make install puts a program that runs anywhere and a manual that says all it can do;
# make uninstall takes both away.
. "$(dirname "$0")/../lib.sh"

letter=$PWD/tests/pdf/letter.md
home=$scratch/'the root'
program=$home/usr/bin/taqrir
manual=$home/usr/share/man/man1/taqrir.1

# The make that runs the tests has its own options, which are not for this one.
run_make() {
    env -u MAKEFLAGS -u MAKELEVEL make "$@" DESTDIR="$home" PREFIX=/usr
}

must run_make install
expect_equal 'two files are put' "$(find "$home" -type f | sort | tr '\n' ' ')" \
    "$program $manual "
expect_equal 'the program can be run by all' "$(stat -c %a "$program")" 755
expect_equal 'the manual can be read by all' "$(stat -c %a "$manual")" 644

mkdir "$scratch/elsewhere"
cd "$scratch/elsewhere" || exit 1
expect_status 'it runs in another folder' 0 "$program" build "$letter" -o letter.pdf
expect 'and writes a PDF' qpdf --check letter.pdf

expect_silence 'the manual has no fault' mandoc -T lint -W warning "$manual"
mandoc -T ascii "$manual" | sed "s/.$(printf '\b')//g" >text
"$program" help >help
words=$(sed -n 's/^  taqrir \([a-z]*\) .*/\1/p; s/.* \(--[a-z-]*\).*/\1/p' help)
expect 'the help names verbs and options' [ "$(echo "$words" | wc -l)" -ge 8 ]
for word in $words; do
    expect_text "the manual tells of $word" "$word" text
done
expect_text 'the manual tells how it ends' 'EXIT STATUS' text

cd "$OLDPWD" || exit 1
must run_make uninstall
expect_equal 'nothing is left' "$(find "$home" -type f)" ''
