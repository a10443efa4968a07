#!/bin/sh
# watch builds again at every save, however it is made, and lives through what happens to
# the content. What is to come is waited for; only where nothing is to happen does the
# script sleep, and there a slow machine makes it easier to pass, not harder.
. "$(dirname "$0")/../lib.sh"
trap 'kill ${watch-} ${writer-} 2>/dev/null; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1

# --- words -----------------------------------------------------------------------------

# until_true NAME COMMAND...: half a minute at most
until_true() {
    what=$1
    shift
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        if [ "$tries" = 600 ] || ! kill -0 "$watch" 2>kill; then
            not_ok "$what" "not in time: $(tail -n 5 log messages kill)"
            exit 1
        fi
        sleep 0.05
    done
    ok "$what"
}

# begin ARGUMENT...: starts to watch; what it says goes to log and messages
begin() {
    : >log >messages
    "$TAQRIR" watch "$@" >>log 2>>messages </dev/null &
    watch=$!
    until_true "watching $1" has_line "watching $1; Ctrl-C ends it"
}

# end NAME SIGNAL: it ends with status 0
end() {
    kill -s "$2" "$watch"
    wait "$watch"
    expect_equal "$1" "$?" 0
    watch=
}

# how many builds the log tells of
builds() {
    grep -cE '^[0-2][0-9]:[0-5][0-9]:[0-6][0-9] ([0-9]+ errors?$|.+: [0-9]+ pages? in )' log
}

has_line() {
    grep -qF -e "$1" log
}

has_told() {
    [ "$(grep -cF -e "$1" messages)" -ge "$2" ]
}

has_built() {
    [ "$(builds)" -ge "$1" ]
}

has_word() {
    pdftotext "$1" - 2>/dev/null | grep -q "$2"
}

# await_word NAME WORD: until the English PDF has it
await_word() {
    until_true "$1" has_word out/english.pdf "$2"
}

# await_rest: until a second has gone by without a build
await_rest() {
    last=
    until [ "$(builds)" = "$last" ]; do
        last=$(builds)
        sleep 1
    done
}

# save NAME WORD: writes a section in place
save() {
    printf '# Section\n\nThe word is %s.\n' "$2" >"content/en/$1.md"
}

make_content() {
    mkdir -p content/ar content/en
    cat >content/report.yaml <<'YAML'
title: {ar: "تقرير", en: "Report"}
languages: {ar: {}, en: {}}
sections: [one]
editions:
  arabic: {languages: [ar]}
  english: {languages: [en]}
YAML
    printf '# قسم\n\nنص.\n' >content/ar/one.md
    save one "$1"
}

# --- ways to save ----------------------------------------------------------------------

make_content aardvark
begin content
expect 'the first build is told: PDF files, pages, time' \
    grep -qE ' out/arabic.pdf, out/english.pdf: [0-9]+ pages in [0-9]+\.[0-9][0-9] s$' log

save one badger
await_word 'a file written in place' badger

printf '# Section\n\nThe word is caribou.\n' >new.md
mv new.md content/en/one.md
await_word 'a file renamed over the one before' caribou

echo swap >content/en/.one.md.swp
echo 1 >content/en/4913
rm content/en/4913
mv content/en/one.md content/en/one.md~
save one dormouse
rm content/en/one.md~ content/en/.one.md.swp
await_word 'the steps of an editor with swap and backup files' dormouse

before=$(builds)
for i in 1 2 3 4 5 6 7 8 9; do
    for j in 1 2 3 4 5; do save one "number$i$j"; done
done
for i in 1 2 3 4 5; do save one echidna; done
await_word 'the last of fifty writes' echidna
await_rest
: >messages # a build between two of them may have found the file empty
made=$(($(builds) - before))
expect "they make few builds: $made" [ "$made" -le 10 ]

while :; do save one elephant && sleep 0.02; done &
writer=$!
until_true 'one who never stops does not keep it from building' has_word out/english.pdf elephant
kill "$writer"
wait "$writer" 2>kill
writer=
await_rest
: >messages

{
    printf '# Section\n\n<!-- a remark'
    sleep 0.5
    printf ' -->\n\nThe word is ferret.\n'
} >content/en/one.md
await_word 'a file written in two pieces' ferret
expect_equal 'its first half alone is not read' "$(cat messages)" ''

# --- errors ----------------------------------------------------------------------------

before=$(cksum <out/english.pdf)
printf '# Section\n\nA line <br> and <br> ends.\n\n<!-- a remark' >content/en/one.md
until_true 'errors are counted' has_line ' 3 errors'
expect_text 'and told' 'content/en/one.md:3:8: error: HTML' messages
expect_equal 'the PDF stays' "$(cksum <out/english.pdf)" "$before"
save one gibbon
await_word 'errors that are mended' gibbon

rm content/report.yaml
until_true 'without report.yaml it goes on' has_told 'cannot read content/report.yaml' 1
make_content heron
await_word 'report.yaml is there again' heron

# --- folders ---------------------------------------------------------------------------

mkdir -p content/en/new/deep content/ar/new/deep
cp content/ar/one.md content/ar/new/deep/two.md
save new/deep/two ibex
sed -i 's,\[one\],[one\, new/deep/two],' content/report.yaml
await_word 'a section in a new folder' ibex
save new/deep/two jackal
await_word 'a save in the new folder' jackal
mv content/en/new aside
until_true 'a folder moved away is an error' \
    has_told 'the file content/en/new/deep/two.md is missing' 1
mv aside content/en/new
await_word 'moved back it is none' jackal
save new/deep/two kestrel
await_word 'and it is watched' kestrel
rm -r content/en/new
until_true 'a folder taken away is an error' \
    has_told 'the file content/en/new/deep/two.md is missing' 2
mkdir -p content/en/new/deep
save new/deep/two lemur
await_word 'made again it is watched' lemur

mv content aside
until_true 'the content is gone for long: it is said' \
    has_line 'content cannot be read; waiting'
mv aside content
save one marmot
await_word 'it came back' marmot
rm -r content
make_content narwhal
await_word 'it was made anew' narwhal
save one ocelot
await_word 'and is watched' ocelot

end 'it ends with SIGTERM' TERM

# --- what is no change -----------------------------------------------------------------

rm -rf out
begin content -o content/out -e english
expect 'only the edition asked for is written' [ "$(ls content/out)" = english.pdf ]
for name in .hidden.md one.md~ .one.md.swp '#one.md#' .#one.md 4913 one.tmp other.pdf; do
    echo x >"content/en/$name"
done
mkdir content/en/.git
echo x >content/en/.git/one.md
sleep 0.7
rm -r content/en/.git content/en/other.pdf
mv content aside
mv aside content
sleep 0.7
save one panda
until_true 'a save among them' has_built 2
sleep 0.5
expect 'is read' has_word content/out/english.pdf panda
expect_equal 'files of editors and our own make no build' "$(builds)" 2
end 'it ends with SIGINT' INT

# --- a lone file -----------------------------------------------------------------------

mkdir -p lone/data
printf 'The word is quail.\n' >lone/letter.md
sleep 0.2 # what is as new as the look at it is looked at once more
begin lone/letter.md -o lone/letter.pdf
for name in other.md letter.txt data/notes.txt; do
    echo x >"lone/$name"
done
sleep 0.7
printf 'The word is rhebok.\n' >new.md
mv new.md lone/letter.md
until_true 'a lone file renamed over the one before' has_word lone/letter.pdf rhebok
await_rest
expect_equal 'its neighbours make no build' "$(builds)" 2
echo a,b >lone/data/table.csv
until_true 'data below a lone file do' has_built 3
rm lone/letter.md
until_true 'a lone file taken away' has_line 'lone/letter.md cannot be read; waiting'
printf 'The word is serval.\n' >lone/letter.md
until_true 'and written again' has_word lone/letter.pdf serval
await_rest
: >messages

# The pages of the sanitizers' allocator do not come back; they look for leaks themselves.
resident() {
    sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB$/\1/p' "/proc/$watch/status"
}
for round in $(seq 40); do
    before=$(builds)
    printf 'The word is %s.\n' "tapir$round" >lone/letter.md
    while ! has_built $((before + 1)) && kill -0 "$watch" 2>kill; do sleep 0.05; done
    [ "$round" != 10 ] || early=$(resident)
done
late=$(resident)
case $TAQRIR in
*/asan/*) ;;
*) expect "thirty builds keep nothing: $early kB, then $late kB" \
    [ "$late" -lt $((early + 1024)) ] ;;
esac
end 'it ends without a leak' TERM
expect_equal 'and without a word' "$(cat messages)" ''

# --- what no save can mend -------------------------------------------------------------

expect_status 'what is not there is not waited for: status 3' 3 "$TAQRIR" watch nowhere
expect_text 'it is named' nowhere err
expect_status 'an edition that is not there: status 2' 2 "$TAQRIR" watch content -e englsh
expect_text 'the nearest is named' 'the nearest is english' err
expect_status 'a full standard output: status 3' 3 \
    sh -c '"$0" watch lone/letter.md >/dev/full' "$TAQRIR"
