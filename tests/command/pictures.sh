#!/bin/sh
# A picture that is no file of the content folder is refused, whatever it is.
. "$(dirname "$0")/../lib.sh"

mkdir "$scratch/report"
echo secret >"$scratch/outside.png"

# refused NAME WORDS: the picture report/map.png is, and the words are in the message
refused() {
    printf '![A map](map.png)\n' >"$scratch/report/report.md"
    expect_status "$1" 1 "$TAQRIR" build --stop-after=document "$scratch/report/report.md"
    expect_text "$1: it is said why" "$2" "$scratch/err"
    rm -rf "$scratch/report/map.png"
}

ln -s ../outside.png "$scratch/report/map.png"
refused 'a link out of the folder' 'is outside the content folder'
ln -s /dev/zero "$scratch/report/map.png"
refused 'a link to a device' 'is outside the content folder'
mkfifo "$scratch/report/map.png"
refused 'a pipe' 'it is not a file'
mkdir "$scratch/report/map.png"
refused 'a folder' 'is a folder, not a file'
ln -s nowhere "$scratch/report/map.png"
refused 'a link to nothing' 'is missing'

ln -s other.png "$scratch/report/map.png"
echo x >"$scratch/report/other.png"
expect_status 'a link inside the folder is a file of it' 0 \
    "$TAQRIR" build --stop-after=document "$scratch/report/report.md"
