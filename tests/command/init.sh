#!/bin/sh
# init writes a report that builds without a word, and never writes over anything.
. "$(dirname "$0")/../lib.sh"

template=$PWD/src/init
mkdir "$scratch/desk"
cd "$scratch/desk" || exit 1

expect_status 'a new folder in a new folder: status 0' 0 "$TAQRIR" init "a new/people's report"
expect 'the files are those of src/init' diff -r "$template" "a new/people's report"
next=$(sed -n 's/^next: taqrir //p' "$scratch/out")
expect_equal 'what to do next can be typed' "$next" "build 'a new/people'\\''s report'"

expect_status 'and builds: status 0' 0 sh -c "\"\$0\" $next" "$TAQRIR"
expect_equal 'without a message' "$(cat "$scratch/err")" ''
for edition in report arabic english; do
    expect "$edition.pdf is whole" qpdf --check "out/$edition.pdf"
done
expect_status 'check: status 0' 0 "$TAQRIR" check "a new/people's report"
expect_equal 'no errors and no warnings' "$(cat "$scratch/out")" \
    "a new/people's report: no errors, no warnings"

pdftotext out/english.pdf english.txt
for text in 'Figure 1' 'Table 2' 'The Orchard' 1,910; do
    expect_text "the English PDF has $text" "$text" english.txt
done
pdftotext out/arabic.pdf arabic.txt
for text in البستان ١٬٩١٠ المحتويات; do
    expect_text "the Arabic PDF has $text" "$text" arabic.txt
done

sums() {
    find . -type f -exec cksum {} + | sort
}

# refused FOLDER TEXT: status 3, the text, and nothing has changed
refused() {
    before=$(sums)
    expect_status "$1 is refused" 3 "$TAQRIR" init "$1"
    expect_text "$1: it is said why" "$2" "$scratch/err"
    expect_equal "$1 stays as it was" "$(sums)" "$before"
}
mkdir hidden with empty
echo x >hidden/.keep
echo x >with/report.yaml
echo x >file
refused "a new/people's report" 'is not empty'
refused hidden 'the folder hidden is not empty'
refused with 'the folder with is not empty'
refused file 'cannot write file: Not a directory'
refused file/below 'cannot write file/below: Not a directory'

expect_status 'an empty folder that is there: status 0' 0 "$TAQRIR" init empty
expect 'it is filled' diff -r "$template" empty
mkdir here
cd here || exit 1
expect_status 'the folder where one stands: status 0' 0 "$TAQRIR" init .
expect 'it is filled too' diff -r "$template" .

expect_status 'no folder named: status 2' 2 "$TAQRIR" init
expect_text 'it is said' 'nothing is given for FOLDER' "$scratch/err"
