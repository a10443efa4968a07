#!/bin/sh
# Pictures stand in the PDF as their files show them, and nothing else of the files does.
. "$(dirname "$0")/../lib.sh"

PROGRAMS=$(realpath -m "${PROGRAMS:-build/release/tests}")
png=$scratch/png
jpeg=$scratch/jpeg
mkdir "$png" "$jpeg"
must python3 tests/pdf/pictures.py make "$png"
must "$PROGRAMS/pdf/photographs" "$jpeg"

# place OUT PICTURE...: at one pixel a point
place() {
    out=$1
    shift
    "$PROGRAMS/pdf/place" "$out" 72 "$@"
}

# pages FOLDER: its files in order, whatever the number of digits
pages() {
    find "$1" -name '*.ppm' | sort -V
}

# draw PDF FOLDER: the pages as poppler and mupdf see them, at one pixel a point and, since
# poppler draws pictures up to a pixel away from their place, at four
draw() {
    mkdir -p "$2/poppler" "$2/mupdf"
    pdftoppm -r 288 "$1" "$2/poppler/page" 2>&1 &&
        mutool draw -q -r 72 -o "$2/mupdf/page-%d.ppm" "$1" 2>&1
}

# unlike WORST MEAN FOLDER EXPECTED...: pages that do not look like the files
unlike() {
    worst=$1 mean=$2 seen=$3
    shift 3
    # shellcheck disable=SC2046  # words
    python3 tests/pdf/pictures.py compare "$worst" "$mean" \
        $(pages "$seen" | while read -r page; do echo "$page" "$1" && shift; done)
}

# expect_pictures SET WORST MEAN FOLDER PICTURE=EXPECTED...: without the ends of their names
expect_pictures() {
    set=$1 worst=$2 mean=$3 folder=$4 end=$5
    shift 5
    pictures= expected=
    for pair; do
        pictures="$pictures $folder/${pair%=*}.$end"
        expected="$expected $folder/${pair#*=}.ppm"
    done
    # shellcheck disable=SC2086  # words
    expect_silence "$set can be placed" place "$scratch/$set.pdf" $pictures
    expect "$set make a sound file" qpdf --check "$scratch/$set.pdf"
    must draw "$scratch/$set.pdf" "$scratch/$set"
    for reader in poppler mupdf; do
        expect_equal "$set are all there, in $reader" \
            "$(pages "$scratch/$set/$reader" | wc -l)" $#
        # shellcheck disable=SC2086  # words
        expect_silence "$set look like their files, in $reader" \
            unlike "$worst" "$mean" "$scratch/$set/$reader" $expected
    done
}

# names FOLDER BEGINNING END: without END
names() {
    find "$1" -name "$2*.$3" | sed "s,.*/,,; s,\.$3\$,," | sort
}

# A reader may round once more where it lays a pixel on the paper.
# shellcheck disable=SC2046  # words
expect_pictures png 1 0.6 "$png" png $(names "$png" '' png | sed 's,.*,&=&,')

# What JPEG loses, most where two colours meet.
# shellcheck disable=SC2046  # words
expect_pictures colours 100 3 "$jpeg" jpg $(names "$jpeg" colour jpg | sed 's,$,=scene,') \
    $(names "$jpeg" turned jpg | sed 's,$,=scene,')
expect_pictures greys 12 2 "$jpeg" jpg grey=grey

# Ink where there is to be ink, though Adobe's files say it the other way round; the readers
# do not agree on its colours.
# shellcheck disable=SC2046  # words
expect_pictures inks 110 20 "$jpeg" jpg $(names "$jpeg" ink jpg | sed 's,$,=ink,')

# --- what stays out -------------------------------------------------------------------

# holds PDF WORD...: the words that stand in it, in any stream or string
holds() {
    pdf=$1
    shift
    qpdf --qdf --object-streams=disable "$pdf" "$scratch/plain.pdf" &&
        python3 tests/pdf/pictures.py holds "$scratch/plain.pdf" "$@"
}

# How many kinds of hiding place the search knows to look into.
expect_found() {
    name=$1 picture=$2
    shift 2
    must place "$scratch/control.pdf" "$png/rgb-8.png"
    must qpdf "$scratch/control.pdf" --add-attachment "$picture" -- "$scratch/with.pdf"
    expect_equal "$name" "$(holds "$scratch/with.pdf" "$@" | tr '\n' ' ')" "$* "
}

expect_found 'the search finds what a photograph hides' "$jpeg/turned-6.jpg" \
    PLANTED-CAMERA PLANTED-GPS PLANTED-THUMBNAIL PLANTED-JFXX PLANTED-XMP PLANTED-PROFILE \
    PLANTED-MPF PLANTED-IPTC PLANTED-APP15 PLANTED-COMMENT PLANTED-BEHIND-THE-END
expect_found 'the search finds what a PNG hides' "$png/rgb-8.png" \
    PLANTED-TEXT PLANTED-DEFLATED PLANTED-XMP PLANTED-PROFILE PLANTED-PROFILE-DATA \
    PLANTED-EXIF PLANTED-PRIVATE PLANTED-LATE PLANTED-BEHIND-THE-END
for name in shown used; do
    must place "$scratch/$name.pdf" "$png/$name.png"
    expect_equal "the search finds words in colours: $name" \
        "$(holds "$scratch/$name.pdf" PLANTED-)" PLANTED-
done

hidden() {
    find "$png" -name '*.png' ! -name shown.png ! -name used.png
    find "$jpeg" -name '*.jpg' ! -name arithmetic.jpg
}
# shellcheck disable=SC2046  # words
must place "$scratch/hidden.pdf" $(hidden)
expect_silence 'nothing of what the files hide' holds "$scratch/hidden.pdf" \
    PLANTED Exif JFXX GPano ICC_PROFILE Photoshop MPF "$scratch"
# The same at half the pixels.
# shellcheck disable=SC2046  # words
must "$PROGRAMS/pdf/place" "$scratch/half.pdf" 36 $(hidden)
expect_silence 'nor when they are made smaller' holds "$scratch/half.pdf" PLANTED Exif

# --- how it is written ----------------------------------------------------------------

# objects PDF: how many pictures it has
objects() {
    pdfimages -list "$1" | sed 1,2d | awk '{ print $11 }' | sort -u | wc -l
}

cp "$png/rgb-8.png" "$scratch/copy.png"
must place "$scratch/twice.pdf" "$png/rgb-8.png" "$png/rgb-8.png" "$png/grey-8.png" \
    "$scratch/copy.png"
expect_equal 'a picture is written once' "$(objects "$scratch/twice.pdf")" 2
expect_equal 'a figure has its tag, a repeated picture none' \
    "$(pdfinfo -struct "$scratch/twice.pdf" | tr -d '\n ' | sed 's,:/BBox\[[0-9]*\],+box,g')" \
    'DocumentFigure+boxFigure+boxFigure+box'
expect_silence 'tags and content agree' \
    sh -c "python3 tests/pdf/tags.py '$scratch/twice.pdf' 2>&1 >'$scratch/tags'"
must cp "$scratch/half.pdf" "$scratch/once.pdf"
# shellcheck disable=SC2046  # words
must "$PROGRAMS/pdf/place" "$scratch/half.pdf" 36 $(hidden)
expect 'the same pictures give the same bytes' cmp "$scratch/once.pdf" "$scratch/half.pdf"

# --- in a report ----------------------------------------------------------------------

letter=$scratch/letter/letter
mkdir "$scratch/letter"
cp "$jpeg/turned-6.jpg" "$png/rgb-8.png" "$scratch/letter"
printf '# Letter\n\n![A scene](turned-6.jpg)\n\n![Noise](rgb-8.png)\n' \
    >"$letter.md"
expect 'a letter with pictures is set' "$TAQRIR" build "$letter.md" -o "$letter.pdf"
expect_equal 'it has both' "$(objects "$letter.pdf")" 2
expect_silence 'it has nothing of what the files hide' \
    holds "$letter.pdf" PLANTED Exif

# Not one: all in one run, each at its place.
for name in turned-6.jpg rgb-8.png; do
    must truncate -s 400 "$scratch/letter/$name"
done
rm "$letter.pdf"
expect_status 'pictures that are cut short are errors' 1 \
    "$TAQRIR" build "$letter.md" -o "$letter.pdf"
expect_text 'the first is told' 'letter.md:3:1: error: the end of the picture' "$scratch/err"
expect_text 'and the second' 'letter.md:5:1: error: the end of the picture' "$scratch/err"
expect 'no PDF is written' test ! -e "$letter.pdf"
