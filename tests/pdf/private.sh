#!/bin/sh
# Nothing in the file tells who made it, where or when, nor what a comment said.
. "$(dirname "$0")/../lib.sh"

mkdir "$scratch/SecretFolder"
cp tests/pdf/letter.md "$scratch/SecretFolder/secretname.md"
pdf=$scratch/SecretFolder/secretoutput.pdf
must env USER=SecretUser LOGNAME=SecretUser HOME=/home/SecretUser \
    "$TAQRIR" build "$scratch/SecretFolder/secretname.md" -o "$pdf"

# holds WORD...: prints those that stand in the file, in UTF-8 or UTF-16, in a literal or
# a hexadecimal string, streams inflated
holds() {
    qpdf --qdf --object-streams=disable "$pdf" "$scratch/plain.pdf" &&
        python3 - "$scratch/plain.pdf" "$@" <<'EOF'
import re, sys

data = open(sys.argv[1], "rb").read()
data = re.sub(rb"%% Original object ID[^\n]*\n|%QDF[^\n]*\n", b"", data)
for match in re.findall(rb"<([0-9A-Fa-f\s]+)>", data):
    digits = b"".join(match.split())
    data += b"\n" + bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
data = data.lower()
for word in sys.argv[2:]:
    for coding in "utf-8", "utf-16-be":
        if word.lower().encode(coding) in data:
            print("the file holds", word)
EOF
}

reads() {
    { pdftotext "$pdf" - && mutool draw -q -F txt "$pdf" && pdfinfo -struct-text "$pdf"; } \
        2>/dev/null | grep -aioF -e HIDDENCOMMENT -e HIDDENINLINE -e يظهر
    return 0
}

# That the search finds what is there: else its silence would say nothing.
expect_equal 'the search finds what the file does hold' \
    "$(holds example.org | sed -n 1p)" 'the file holds example.org'
expect_equal 'the search finds the title, in UTF-16' \
    "$(holds "رسالة قصيرة" | sed -n 1p)" 'the file holds رسالة قصيرة'

expect_silence 'no path and no name of a file' \
    holds "$scratch" SecretFolder secretname secretoutput /usr/share /tmp "$PWD" .ttf
# A shorter name stands in many a file by chance.
machine=$(uname -n | grep '......' || echo SecretUser)
expect_silence 'no name of a user or a machine' holds SecretUser "$machine"
expect_silence 'no date where the text has none' \
    holds CreationDate ModDate xmp:CreateDate xmp:ModifyDate xmp:MetadataDate \
    "D:$(date +%Y)" "$(date +%Y-%m)"
expect_silence 'no word of a comment in the bytes' \
    holds HIDDENCOMMENT HIDDENINLINE لا_يظهر
expect_silence 'no word of a comment in the text' reads
