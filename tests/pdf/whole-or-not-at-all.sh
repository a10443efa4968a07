#!/bin/sh
# The PDF appears whole under its name or not at all: whatever goes wrong, the one that was
# there before stays as it was, and nothing is left lying about.
. "$(dirname "$0")/../lib.sh"

folder=$scratch/folder
pdf=$folder/report.pdf
mkdir "$folder" "$scratch/tmp" "$scratch/home"
TMPDIR=$scratch/tmp
HOME=$scratch/home
export TMPDIR HOME
cp tests/pdf/letter.md "$scratch/good.md"
{ cat tests/pdf/letter.md && echo '<table>'; } >"$scratch/bad.md"
{
    echo '# Long'
    for number in $(seq 2000); do
        printf '\nParagraph %s of a long text, في سطر طويل من نص طويل.\n' "$number"
    done
} >"$scratch/long.md"

place_previous() {
    rm -rf "$folder" && mkdir "$folder" && echo previous >"$pdf"
}

# expect_previous NAME: only the previous file, as it was
expect_previous() {
    expect_equal "$1: the previous PDF is as it was" "$(cat "$pdf")" previous
    expect_equal "$1: nothing is left lying about" \
        "$(ls -A "$folder" "$scratch/tmp" "$scratch/home" | tr '\n' ' ')" \
        "$scratch/folder: report.pdf  $scratch/home:  $scratch/tmp: "
}

place_previous
expect_status 'content with an error ends with 1' 1 \
    "$TAQRIR" build "$scratch/bad.md" -o "$pdf"
expect_previous 'content with an error'

# A limit on the size of files stands for the full disk: the write fails midway.
place_previous
expect_status 'a failing write ends with 3' 3 \
    sh -c 'trap "" XFSZ; ulimit -f 8; "$0" build "$1" -o "$2"' \
    "$TAQRIR" "$scratch/long.md" "$pdf"
expect_text 'a failing write is told with its file' "$pdf" "$scratch/err"
expect_previous 'a failing write'

# The same limit without the trap kills.
place_previous
sh -c 'ulimit -c 0; ulimit -f 8; "$0" build "$1" -o "$2"' \
    "$TAQRIR" "$scratch/long.md" "$pdf" >/dev/null 2>&1
expect_previous 'a kill in the middle of a write'

# A real full disk, where this user may mount one.
mkdir "$scratch/disk"
if mount -t tmpfs -o size=64k tmpfs "$scratch/disk" 2>/dev/null; then
    echo previous >"$scratch/disk/report.pdf"
    expect_status 'a full disk ends with 3' 3 \
        "$TAQRIR" build "$scratch/long.md" -o "$scratch/disk/report.pdf"
    expect_equal 'a full disk: the previous PDF is as it was' \
        "$(cat "$scratch/disk/report.pdf")" previous
    expect_equal 'a full disk: nothing is left lying about' "$(ls -A "$scratch/disk")" \
        report.pdf
    umount "$scratch/disk"
fi

place_previous
for moment in 0.001 0.01 0.02 0.03 0.05 0.07 0.1 0.15 0.2 0.25 0.3 0.4 0.5; do
    timeout -s KILL $moment "$TAQRIR" build "$scratch/long.md" -o "$pdf" >/dev/null 2>&1
    status=$?
    [ "$status" = 137 ] || break
done
# The last kill may have come after the file had its name, when all was done but the end.
if [ "$(cat "$pdf")" = previous ] 2>/dev/null; then
    expect_previous 'killed at any moment'
else
    expect_equal 'killed at any moment: then one is whole, alone' \
        "$(ls -A "$folder"):$(qpdf --check "$pdf" >/dev/null 2>&1 && echo whole)" \
        report.pdf:whole
fi

# A good build replaces it, with the rights any new file gets here.
place_previous
expect_status 'a good build ends with 0' 0 \
    sh -c 'umask 027; "$0" build "$1" -o "$2"' "$TAQRIR" "$scratch/good.md" "$pdf"
expect 'a good build replaces the previous PDF' qpdf --check "$pdf"
expect_equal 'a good build leaves nothing else' \
    "$(ls -A "$folder" "$scratch/tmp" "$scratch/home" | tr '\n' ' ')" \
    "$scratch/folder: report.pdf  $scratch/home:  $scratch/tmp: "
rm "$pdf"
(umask 027 && "$TAQRIR" build "$scratch/good.md" -o "$pdf")
expect_equal 'a new PDF has the rights the umask gives' "$(stat -c %a "$pdf")" 640
