#!/bin/sh
# The command line: what it takes, what it says when it is wrong, how it ends.
. "$(dirname "$0")/../lib.sh"

letter=$PWD/tests/pdf/letter.md

# refused NAME TEXT ARGUMENT...: status 2, the text, and where help is
refused() {
    what=$1
    text=$2
    shift 2
    expect_status "$what" 2 "$TAQRIR" "$@"
    expect_text "$what: it is named" "$text" "$scratch/err"
    expect_text "$what: help is named" 'taqrir --help' "$scratch/err"
    expect_equal "$what: nothing on standard output" "$(cat "$scratch/out")" ''
}

expect_status '--help ends with 0' 0 "$TAQRIR" --help
for text in build check watch init --edition --output --stop-after --help --version 'Exit status'; do
    expect_text "--help tells of $text" "$text" "$scratch/out"
done
expect_equal '--help fits 80 columns' "$(awk 'length > 80' "$scratch/out")" ''
cp "$scratch/out" "$scratch/help"
expect_status 'help ends with 0' 0 "$TAQRIR" help
expect 'help is --help' cmp "$scratch/out" "$scratch/help"

# What the list of --help names has a help of its own, and options of its own.
for verb in $(sed -n 's/^  taqrir \([a-z]*\) .*/\1/p' "$scratch/help"); do
    expect_status "help $verb ends with 0" 0 "$TAQRIR" help "$verb"
    expect_text "help $verb is about it" "taqrir $verb" "$scratch/out"
    expect_equal "help $verb fits 80 columns" "$(awk 'length > 80' "$scratch/out")" ''
    cp "$scratch/out" "$scratch/help"
    expect_status "$verb --help ends with 0" 0 "$TAQRIR" "$verb" --help
    expect "$verb --help is help $verb" cmp "$scratch/out" "$scratch/help"
done
expect_status 'help of what is not there ends with 2' 2 "$TAQRIR" help biuld
expect_text 'and names the nearest' 'the nearest is build' "$scratch/err"
expect_status '--version ends with 0' 0 "$TAQRIR" --version
expect '--version is one line' grep -qE '^taqrir [0-9]+\.[0-9]+\.[0-9]+$' "$scratch/out"

refused 'no command' 'no command'
refused 'an unknown command' 'no command biuld; the nearest is build' biuld
refused 'a file without a command' 'no command letter.md' letter.md
refused 'an empty command' 'no command ;' ''
refused 'an unknown option' 'the nearest is --edition' build --editon=a
refused 'an unknown option, cut short' 'the nearest is --version' --vers
refused 'an unknown letter' 'there is no option -x' build -x
refused 'an option without its value' '--output' build -o
refused 'an option with an empty value' '--output' build --output=
refused 'an option with a value it does not take' '--help' --help=x
refused 'an option given twice' '--output' build -o a -o b
refused 'an unknown stage' 'the nearest is lines' build --stop-after=line
refused 'two inputs' 'a and b' build a b
expect_status 'an option of another command ends with 2' 2 "$TAQRIR" check -o "$scratch"
expect_text 'and is named' 'check has no option --output' "$scratch/err"
expect_text 'and so is its help' 'taqrir help check' "$scratch/err"
refused 'control characters are shown escaped' '<U+001B><U+202E>' \
    build "--$(printf '\033\342\200\256')"
refused 'an unknown edition' report build content -e reprot -o "$scratch/editions"

cd "$scratch" || exit 1
for spelling in '-o a.pdf' '-oa.pdf' '--output=a.pdf' '--output a.pdf'; do
    rm -f a.pdf
    # shellcheck disable=SC2086  # words
    "$TAQRIR" build "$letter" $spelling 2>/dev/null
    expect "the output is taken as $spelling" [ -s a.pdf ]
done
cp "$letter" ./-letter.md
rm -f a.pdf
expect_status 'options may stand before the command' 0 "$TAQRIR" -o a.pdf build "$letter"
expect 'and are taken' [ -s a.pdf ]
expect_status 'after -- a name may begin with a dash' 0 \
    "$TAQRIR" build -o b.pdf -- -letter.md

expect_status 'a missing input ends with 3' 3 "$TAQRIR" build nowhere.md
expect_text 'a missing input is named' nowhere.md err
expect_status 'an output folder that is a file ends with 3' 3 \
    "$TAQRIR" build "$letter" -o a.pdf/b/c.pdf
expect_status 'a full standard output ends with 3' 3 \
    sh -c '"$0" build --stop-after=text "$1" >/dev/full' "$TAQRIR" "$letter"
expect_status 'help to a full standard output ends with 3' 3 \
    sh -c '"$0" --help >/dev/full' "$TAQRIR"
expect_status 'help to a closed standard output ends with 3' 3 \
    sh -c '"$0" --help >&-' "$TAQRIR"
expect_status 'a PDF is written though all standard streams are closed' 0 \
    sh -c '"$0" build "$1" -o c.pdf <&- 2>&- ' "$TAQRIR" "$letter"
expect 'and it is whole' qpdf --check c.pdf

for stage in document text lines pages sheets; do
    expect_status "--stop-after $stage ends with 0" 0 \
        "$TAQRIR" build --stop-after $stage "$letter" -o "stopped-$stage"
    expect "--stop-after $stage prints" [ -s out ]
    expect "--stop-after $stage writes no file" [ ! -e "stopped-$stage" ]
done
