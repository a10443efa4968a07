#!/bin/sh
# Data files that are made to hurt, or lie outside the content, give a table or an error,
# within a time, and no crash; what is wrong with a cell is told at its place.
. "$(dirname "$0")/../lib.sh"
cd "$scratch" || exit 1

# survives NAME STATUS: with standard input for the data of a table, the document is read
# in time, and the program ends so; STATUS may be "0|1"
survives() {
    cat >data.csv
    # shellcheck disable=SC2016  # fences
    printf '# Data\n\n```table\ndata: data.csv\n```\n' >input.md
    timeout "${LIMIT:-60}" "$TAQRIR" build --stop-after=document input.md >out 2>err
    status=$?
    case "|$2|" in
    *"|$status|"*) ;;
    *)
        not_ok "$1" "status $status, not $2: $(head -c 300 err)"
        return
        ;;
    esac
    if [ "$status" = 1 ] && ! grep -q ': error: ' err; then
        not_ok "$1" "an error without words"
    elif [ "$(wc -c <err)" -gt 200000 ]; then
        not_ok "$1" "$(wc -c <err) bytes of messages"
    else
        ok "$1"
    fi
}

repeat() {
    python3 -c 'import sys; sys.stdout.write(sys.argv[1] * int(sys.argv[2]))' "$1" "$2"
}

{ printf 'a,b\n"' && repeat 'x' 1000000 && printf '",1\n'; } |
    survives 'one quoted field of a megabyte' 0
expect_equal 'and all of it is there' "$(tr -cd x <out | wc -c)" 1000000
{ printf 'a,b\n"' && repeat 'x' 1000000; } | survives 'a quote that never closes' 1
{ printf 'a,b\n"' && repeat '""' 500000 && printf '",1\n'; } |
    survives 'half a million quotes in a field' 0
{ printf 'a,b\n"' && repeat 'x
' 200000 && printf '",1\n'; } | survives 'a field of two hundred thousand lines' 0
repeat 'a,' 200000 | survives 'two hundred thousand columns of one name' 1
python3 -c 'print(",".join("a%d" % i for i in range(200000)))' |
    survives 'two hundred thousand columns' 1
{ printf 'a,b\nx,1' && repeat ',' 200000; } |
    survives 'two hundred thousand empty columns' 0
{ printf 'a,b\nx' && repeat ',1' 200000; } | survives 'a row of two hundred thousand' 1
{ printf 'a\n' && repeat '1
' 100001; } | survives 'more rows than are read' 1
{ printf 'a,b\n' && repeat '"
' 200000; } | survives 'a quote on each line' 1
{ printf 'a,b\n' && repeat 'x,1,2
' 20000; } | survives 'twenty thousand rows too long' 1
{ printf 'a,b\n' && repeat 'x
' 20000; } | survives 'twenty thousand rows too short' 0
python3 -c '
import sys
names = ["a%d" % i for i in range(200)]
sys.stdout.write(",".join(names) + "\n")
row = ",".join("\"1,234\"" for name in names) + "\n"
sys.stdout.write(row * 4000)' | survives 'eight hundred thousand numbers' 0
cp data.csv large.csv
python3 -c 'print("# Data\n" + "\n```table\ndata: large.csv\n```\n" * 1000)' >input.md
expect_status 'a large file shown a thousand times is refused' 1 \
    "$TAQRIR" build --stop-after=document input.md
expect_text 'and told once' 'input.md:11:1: error: the tables up to this one have' err
head -c 100000 /dev/zero | survives 'a hundred thousand NULs' 1
printf 'a,b\nx,\0\n' | survives 'NUL in a cell' 1
printf 'a,b\nx,\355\240\200\n' | survives 'a surrogate in UTF-8' 1
printf '\377\376' | survives 'a byte order mark alone' 1
printf '\377\376a\0,\0b\0\n\0\0\330,\0' | survives 'half a character in UTF-16' 1
printf '' | survives 'an empty file' 1
repeat '
' 1000000 | survives 'a million empty lines' 1
head -c 17000000 /dev/zero | tr '\0' 'x' | survives 'more than 16 MiB' 1
python3 -c '
import random, sys
random.seed(1)
sys.stdout.buffer.write(bytes(random.randrange(256) for _ in range(100000)))' |
    survives 'noise' 1
python3 -c '
import random
random.seed(2)
print("".join(random.choice(",;\t\"\n 1.-%ab") for _ in range(100000)))' |
    survives 'noise of what CSV is made of' '0|1'

# --- numbers drawn from data -------------------------------------------------------------

# drawn NAME STATUS VALUE: the same with VALUE in ten thousand paragraphs
drawn() {
    cat >data.csv
    python3 -c 'import sys; print("# T\n\n" + (sys.argv[1] + "\n\n") * 10000)' "$3" >input.md
    expect_status "$1" "$2" timeout 60 "$TAQRIR" build --stop-after=document input.md
}
{ printf 'place,deaths\n' && repeat 'Basra,1
' 99999 && printf 'Maysan,8\n'; } |
    drawn 'one row of a hundred thousand' 0 '{number: data.csv[Maysan, deaths]}'
{ printf 'place,deaths\n' && repeat 'Basra,1
' 100000; } | drawn 'a hundred thousand rows that read the same' 1 '{number: data.csv[Basra, deaths]}'
expect_text 'are told' 'too many numbers are looked up where many rows read the same' err
{ printf 'place,deaths\n' && repeat 'Basra,1
' 100000; } | drawn 'and none that reads so' 1 '{number: data.csv[Basar, deaths]}'
expect_text 'is told' 'no row reads Basar; the nearest is Basra' err

# --- files -----------------------------------------------------------------------------

printf '# Data\n\n```table\ndata: outside.csv\n```\n' >input.md
mkdir inside && cp input.md inside/ && printf 'a\n1\n' >outside.csv
ln -s ../outside.csv inside/outside.csv
expect_status 'a link out of the content is not followed' 1 \
    "$TAQRIR" build --stop-after=document inside/input.md
expect_text 'and is told' 'inside/outside.csv is outside the content folder' err
rm inside/outside.csv && mkfifo inside/outside.csv
expect_status 'a pipe is not waited for' 1 \
    "$TAQRIR" build --stop-after=document inside/input.md
expect_text 'and is told' 'input.md:4:7: error: cannot read inside/outside.csv' err

# --- places ----------------------------------------------------------------------------

printf '# Data\n\n```table\ndata: outside.csv\n```\n' >input.md
printf 'place,deaths\r\nBasra,1\r\n"the ""\345\255\227"" place",2\r\n' >outside.csv
expect_status 'a cell with a character that no font has is an error' 1 \
    "$TAQRIR" build input.md
expect_text 'and told at its place in the file' \
    'outside.csv:3:8: error: no font has the character U+5B57' err
