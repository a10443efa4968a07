#!/bin/sh
# Input made to hurt gives a page or an error, within a time, and no crash.
. "$(dirname "$0")/../lib.sh"
cd "$scratch" || exit 1

# survives NAME STATUS: the program, given standard input as a file, ends so in time;
# STATUS may be "0|1"
survives() {
    cat >input.md
    rm -f output.pdf
    timeout "${LIMIT:-60}" "$TAQRIR" build input.md -o output.pdf >out 2>err
    status=$?
    case "|$2|" in
    *"|$status|"*) ;;
    *)
        not_ok "$1" "status $status, not $2: $(head -c 300 err)"
        return
        ;;
    esac
    if [ "$status" = 0 ] && ! why=$(qpdf --check output.pdf 2>&1); then
        not_ok "$1" "$why"
    elif [ "$status" = 1 ] && ! grep -q ': error: ' err; then
        not_ok "$1" "an error without words"
    elif [ "$status" = 1 ] && [ -e output.pdf ]; then
        not_ok "$1" "an error, and a PDF all the same"
    elif [ "$(wc -c <err)" -gt 200000 ]; then
        not_ok "$1" "$(wc -c <err) bytes of messages"
    else
        ok "$1"
    fi
}

# comes_back NAME LETTER COUNT: so many of the letter are in the text of the last PDF
comes_back() {
    found=$(pdftotext output.pdf - | python3 -c '
import sys
print(sys.stdin.read().count(sys.argv[1]))' "$2")
    expect_equal "$1: nothing is lost" "$found" "$3"
}

repeat() {
    python3 -c 'import sys; sys.stdout.write(sys.argv[1] * int(sys.argv[2]))' "$1" "$2"
}

{ repeat '>' 10000 && echo ' x'; } | survives 'ten thousand nested quotes' '0|1'
{ repeat '- ' 5000 && echo 'x'; } | survives 'five thousand nested lists' '0|1'
python3 -c '
for depth in range(400): print("  " * depth + "- item")' |
    survives 'a list of four hundred levels' '0|1'
{ repeat '*' 20000 && echo x && repeat '*' 20000; } | survives 'forty thousand stars' '0|1'
repeat '> [!margin] a

' 50000 | survives 'fifty thousand margin notes' 0
repeat '> [!panel] a
> b

' 50000 | survives 'fifty thousand panels' 0
{ repeat '> [!' 20000 && echo x; } | survives 'call-outs that are not closed' '0|1'
{ printf '> [!' && repeat 'a' 1000000 && echo ']'; } |
    survives 'a call-out with a name of a million letters' 0
{ printf -- '---\nparagraph-numbers: true\n---\n' && repeat 'a {#par:a}

' 20000; } | survives 'twenty thousand paragraphs with one id' 1
repeat '*a **b ' 10000 | survives 'emphasis opened ten thousand times' '0|1'
repeat '[' 50000 | survives 'fifty thousand open brackets' '0|1'
{ repeat '[a' 5000 && repeat '](b)' 5000; } | survives 'five thousand nested links' '0|1'
repeat '<' 50000 | survives 'fifty thousand less-than signs' '0|1'
repeat '`' 50000 | survives 'fifty thousand backquotes' '0|1'
repeat 'a' 1000000 | survives 'a million letters without a space' 0
comes_back 'a million letters without a space' a 1000000
repeat 'ب' 500000 | survives 'a megabyte of Arabic without a space' 0
comes_back 'a megabyte of Arabic without a space' ب 500000
repeat 'aب' 300000 | survives 'directions alternating with every letter' 0
comes_back 'directions alternating with every letter' a 300000
comes_back 'directions alternating with every letter' ب 300000
repeat 'a ب ' 100000 | survives 'directions alternating with every word' 0
comes_back 'directions alternating with every word' a 100000
repeat '(ب[a' 20000 | survives 'brackets that never close, in two directions' '0|1'
{ repeat '(' 20000 && echo ب && repeat ')' 20000; } |
    survives 'twenty thousand nested brackets' '0|1'
{ printf 'ب' && repeat "$(printf '\331\216')" 100000; } |
    survives 'a hundred thousand marks on one letter' '0|1'
repeat "$(printf '\302\255')" 100000 | survives 'a hundred thousand soft hyphens' '0|1'
repeat "$(printf '\342\201\247')a" 50000 | survives 'isolates that never close' '0|1'
repeat "$(printf '\342\200\256')ab" 50000 | survives 'overrides that never close' '0|1'
repeat "$(printf '\342\200\213')" 100000 | survives 'zero-width spaces alone' '0|1'
repeat 'word ' 200000 | survives 'a paragraph of a million characters' 0
comes_back 'a paragraph of a million characters' w 200000
repeat 'كلمة ' 100000 | survives 'an Arabic paragraph of a hundred thousand words' 0
repeat '{date: 2019-10-25} ' 100000 | survives 'a hundred thousand dates' 0
repeat '{number: ' 100000 | survives 'a hundred thousand values that never close' 1
repeat 'كلمة, ' 100000 | survives 'a hundred thousand signs to be told' 0
python3 -c '
for number in range(5000): print("# Heading", number, end="\n\n")' |
    survives 'five thousand headings' 0
comes_back 'five thousand headings' H 5000
python3 -c '
for number in range(5000): print("[link](https://example.org/%d)" % number)' |
    survives 'five thousand links' 0
python3 -c '
for number in range(20000): print("<b>")' | survives 'an error on every line' 1
python3 -c '
for number in range(20000): print("[x][%d]" % number)' |
    survives 'twenty thousand links to nothing' '0|1'
{ repeat '|a' 100000 && echo && repeat '|-' 100000 && echo && repeat '|b' 100000; } |
    survives 'a table of a hundred thousand columns' 1
{ repeat '|a' 64 && echo && repeat '|-' 64 && echo && repeat '|b' 64; } |
    survives 'a table of sixty-four columns' 1
{ repeat '|a' 64 && echo && repeat '|-' 64 && echo && repeat 'b
' 500000; } | survives 'rows of one cell below sixty-four columns' 1
repeat '|a|b|
|-|-|
|c|d|

' 60000 | survives 'two hundred and forty thousand cells in small tables' 1
expect_equal 'tables too large are told once, and nothing else' "$(grep -c error: err)" 1
{ echo 'a|b|c' && repeat '|-|
|-|-|
' 100000; } | survives 'lines that make no table' 1
{ printf '|a|\n|-|\n|' && repeat '\|' 500000 && echo '|'; } |
    survives 'a cell of half a million bars' 0
{ printf '|a|b|\n|-|-|\n' && repeat '|ب|1|
' 3000; } | survives 'a table of three thousand rows' 0
comes_back 'a table of three thousand rows' ب 3000
python3 -c '
for number in range(2000): print("|a|\n|-|\n|b|\n\n: c {#table:k%d}\n" % number)' |
    survives 'two thousand tables' 0
python3 -c '
for number in range(2000): print("|a|\n|-|\n|b|\n\n: c {", "x " * 2000, "}\n")' |
    survives 'four million attributes' 1
python3 -c '
for number in range(3000): print("x[^%d]\n\n[^%d]: note\n" % (number, number))' |
    survives 'three thousand notes' 0
{ repeat 'x[^a] ' 20000 && printf '\n\n[^a]: note\n'; } |
    survives 'twenty thousand marks of one note' 0
repeat '[^a]: note

' 100000 | survives 'a hundred thousand notes that nothing refers to' 1
repeat '[^a' 100000 | survives 'a hundred thousand marks that never close' 1
{ printf 'x[^a]\n\n' && repeat '[^a]: ' 10000 && repeat '
' 500000; } | survives 'ten thousand nested notes and an empty end' 1
{ repeat '- ' 5000 && echo x && repeat '
' 500000; } | survives 'five thousand nested lists and an empty end' 1
{ printf 'x[^a]\n\n[^a]: ' && repeat '> ' 10000 && echo x; } |
    survives 'ten thousand nested quotes in a note' 1
python3 -c '
print("x[^a]\n\n[^a]: note\n")
for number in range(20): print(" " * (4 + 2 * number) + "- item")' |
    survives 'lists twenty deep in a note' 1
{ repeat '[@table:a] ' 20000 && printf '\n\n|a|\n|-|\n|b|\n\n: c {#table:a}\n'; } |
    survives 'twenty thousand references' 0
repeat '[@fig:a] ' 100000 | survives 'a hundred thousand references to nothing' 1
repeat '[@fig:' 500000 | survives 'half a million references that never close' 1
{ printf '# ' && repeat 'word ' 20000 && printf '{#a}\n\n' && repeat '[@section:a] ' 10000; } |
    survives 'references that quote a gigabyte' 1
python3 -c '
for number in range(3000): print("# a {#k%d}" % number)' |
    survives 'three thousand headings with ids' 0
{ printf '![' && repeat "'" 500000 && printf '](x.png "' && repeat "'" 500000 &&
    printf '&amp;")\n'; } | survives 'a million quotes around a picture' 1
repeat '![a](b.png) ' 50000 | survives 'fifty thousand pictures in a line' 1
{ printf '|a|\n|-|\n|b|\n\n: ' && repeat '`{` ' 100000 && echo '}'; } |
    survives 'a hundred thousand braces in a caption' '0|1'
repeat '- [x] a
' 20000 | survives 'twenty thousand tasks' 0
repeat '~~a ' 50000 | survives 'fifty thousand words struck out and not' '0|1'
repeat 'x

' 20000 | survives 'twenty thousand short paragraphs' 0
repeat '
' 1000000 | survives 'a million empty lines' '0|1'
printf '' | survives 'an empty file' '0|1'
printf '\357\273\277# Title\n\nText.\n' | survives 'a byte order mark' 0
printf '# Title\r\n\r\nText\r\nof two lines.\r\n' | survives 'CRLF' 0
printf '# Title\r\rText\r' | survives 'CR' '0|1'
printf 'a\0b\n' | survives 'NUL' 1
printf 'a\377b\n' | survives 'a byte that is no UTF-8' 1
printf 'a\355\240\200b\n' | survives 'a surrogate in UTF-8' 1
printf 'a\300\200b\n' | survives 'an overlong form' 1
printf 'a\360\220' | survives 'a character cut in half by the end' 1
printf 'a \363\260\200\200 b\n' | survives 'a character no font has' 1
head -c 100000 /dev/zero | survives 'a hundred thousand NULs' 1
python3 -c '
import random, sys
random.seed(1)
sys.stdout.buffer.write(bytes(random.randrange(256) for _ in range(100000)))' |
    survives 'noise' 1
python3 -c '
import random
random.seed(2)
print("".join(random.choice("*_`[]()<>!#>-+\\|~&;: \n\tابaé0123456789") for _ in range(100000)))' |
    survives 'noise of punctuation' '0|1'

# What is cited stands beside the file.
printf -- '- {id: a, title: T}\n' >sources.yaml
repeat 'x [@a, p. 1]. ' 5000 | survives 'five thousand citations' 0
repeat '[@a; ' 50000 | survives 'citations opened fifty thousand times' 1
{ printf '[@a' && repeat '; @a' 50000 && printf ']'; } |
    survives 'a citation of fifty thousand sources' 1
repeat '[@b] ' 50000 | survives 'fifty thousand citations of nothing' 1
{ printf -- '- {id: a, title: "' && repeat 'word ' 200000 && printf '"}\n'; } >sources.yaml
repeat '[@a; @a] ' 10000 | survives 'ten thousand citations of a megabyte' 1
rm sources.yaml
