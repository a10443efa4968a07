#!/bin/sh
# preflight finds nothing in what we write for a press, and each thing that is damaged in it.
. "$(dirname "$0")/../lib.sh"

mkdir -p "$scratch/report/en"
cp tests/sink/images/squares.png "$scratch/report"
cat >"$scratch/report/report.yaml" <<'EOF'
title: Small
date: 2026-11-24
languages: {en: {}}
sections: [one, two]
editions: {press: {}}
EOF
printf '# One\n\nText.\n\n![A picture](squares.png)\n' >"$scratch/report/en/one.md"
printf '# Two\n\n![A picture](squares.png)\n' >"$scratch/report/en/two.md"
must "$TAQRIR" build "$scratch/report" -o "$scratch/good.pdf" 2>"$scratch/err"
cd "$scratch" || exit 1
must qpdf --qdf --object-streams=disable good.pdf open.pdf

expect_status 'what we write is sound' 0 "$TAQRIR" preflight good.pdf
expect_text 'and told to be' 'good.pdf: 3 pages, nothing against PDF/X-4 was found' out
expect_equal 'without another word' "$(cat err)" ''
for form in '--object-streams=generate' '--linearize' '--qdf'; do
    must qpdf "$form" good.pdf form.pdf
    expect_status "so it is, written anew with $form" 0 "$TAQRIR" preflight form.pdf
done

# damaged NAME SED-SCRIPT WORDS: a copy that is damaged so is refused, with these words
damaged() {
    LC_ALL=C sed "$2" open.pdf >edited.pdf
    if cmp -s open.pdf edited.pdf; then
        not_ok "$1" 'the damage changes nothing'
        return
    fi
    fix-qdf edited.pdf >bad.pdf
    expect_status "$1: refused" 1 "$TAQRIR" preflight bad.pdf
    expect_text "$1: named" "$3" err
    qpdf --object-streams=generate bad.pdf packed.pdf >qpdf 2>&1
    expect_status "$1: refused in another form" 1 "$TAQRIR" preflight packed.pdf
}

cmyk='s,/ColorSpace /DeviceCMYK'
gs='s,/OPM 1'
annotation='/Annots [<</Type/Annot/Subtype/Text/Rect'
damaged 'an RGB operator' 's,^0 0 0 1 k$,0 0 0 rg,' 'there is the operator rg'
damaged 'an RGB pen' 's,/All CS 1 SCN$,0 0 1 RG,' 'there is the operator RG'
damaged 'an RGB picture' "$cmyk,/ColorSpace /DeviceRGB," 'page 2: picture Im1 is in DeviceRGB'
damaged 'an RGB palette' "$cmyk,/ColorSpace [/Indexed /DeviceRGB 1 <000000FFFFFF>]," \
    'picture Im1 is in DeviceRGB'
damaged 'a Lab picture' "$cmyk,/ColorSpace [/Lab <</WhitePoint [1 1 1]>>]," 'is in Lab'
damaged 'a spot ink that stands for RGB' \
    '/\/Separation/,/>>/s,/DeviceCMYK,/DeviceRGB,' 'a colour is in DeviceRGB'
damaged 'an RGB picture in the content' \
    's,^/Over gs$,/Over gs BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI,' \
    'a picture in the content is in DeviceRGB'
damaged 'an RGB shading' \
    's,^/Over gs$,/Over gs /Sh sh,;s,/ExtGState <<,/Shading <</Sh <</ShadingType 2 /ColorSpace /DeviceRGB>>>> /ExtGState <<,' \
    'a shading is in DeviceRGB'
damaged 'a page blended in RGB' 's,/TrimBox,/Group <</S /Transparency /CS /DeviceRGB>> /TrimBox,' \
    'the page is blended in DeviceRGB'
damaged 'no TrimBox' 's,/TrimBox,/TrimBax,' 'page 3: there is no TrimBox'
damaged 'the boxes in each other' 's,/TrimBox,/Box,;s,/BleedBox,/TrimBox,;s,/Box,/BleedBox,' \
    'the TrimBox reaches beyond the BleedBox'
damaged 'a bleed beyond the paper' 's,646.2,746.2,' 'the BleedBox reaches beyond the MediaBox'
damaged 'two boxes to cut at' 's,/BleedBox,/ArtBox,' 'there are both a TrimBox and an ArtBox'
damaged 'a font outside' 's,/FontFile2,/FontFile9,' '+NotoSans-Bold is not embedded'
damaged 'a soft mask' 's,/Subtype /Image,/SMask 1 0 R /Subtype /Image,' 'has a soft mask'
damaged 'half of an ink' "$gs,/OPM 1 /ca 0.5," 'there is a graphics state with ca'
damaged 'a pen half clear' "$gs,/OPM 1 /CA 0.99," 'there is a graphics state with CA'
damaged 'a blend mode' "$gs,/OPM 1 /BM /Multiply," 'there is the blend mode Multiply'
damaged 'a mask of the state' "$gs,/OPM 1 /SMask <</S /Alpha>>," 'with a soft mask'
damaged 'a note on the page' "s,/TrimBox,$annotation [100 100 200 200]>>] /TrimBox," \
    'an annotation (Text) stands on the page'
damaged 'no output intent' 's,/GTS_PDFX$,/GTS_PDFA1,' 'it lacks an output intent'
damaged 'no profile' 's,/DestOutputProfile,/DestOutputProfil,' 'it lacks a profile'
damaged 'no name of the condition' 's,/OutputConditionIdentifier,/OutputCondition,' \
    'the name of a printing condition'
damaged 'another version' 's,>PDF/X-4<,>PDF/X-3<,' 'it lacks the version PDF/X-4'
damaged 'no word on trapping' 's,/Trapped /False,/Trapped /Unknown,' 'a word on trapping'
damaged 'no date of change' 's,xmp:ModifyDate,xmp:ModifierDate,g' 'it lacks xmp:ModifyDate'
damaged 'no name of the document' 's,xmpMM:DocumentID,xmpMM:DocumentId,g' \
    'it lacks xmpMM:DocumentID'
damaged 'a program in it' 's,/Type /Catalog,/OpenAction <</S /JavaScript /JS ()>> /Type /Catalog,' \
    'it has JavaScript'
damaged 'a form to fill in' 's,/Type /Catalog,/AcroForm <<>> /Type /Catalog,' 'it has a form'
damaged 'too much ink' 's,^0 0 0 1 k$,0.9 0.9 0.9 1 k,' \
    'a colour (0.9 0.9 0.9 1 k) has 370 % of ink'
damaged 'white over what is there' 's,^0 0 0 1 k$,0 0 0 0 k,' 'something white is printed over'
damaged 'a white pen over what is there' 's,^0 0 0 1 k$,0 0 0 1 k 0 0 0 0 K 9 9 9 9 re B,' \
    'something white is printed over'

# One page of several is named, and no other.
awk '/\/TrimBox/ && ++n == 2 { sub("/TrimBox", "/TrimBax") } { print }' open.pdf >edited.pdf
fix-qdf edited.pdf >bad.pdf
expect_status 'a page without a TrimBox' 1 "$TAQRIR" preflight bad.pdf
expect_equal 'is the only one that is told of' "$(sed -n 's/.*bad.pdf, \(.*\):.*/\1/p' err)" 'page 2'
expect_text 'and is counted' 'bad.pdf: 3 pages, 1 fault' out

sed "s,/TrimBox,$annotation [0 0 9 9]>>] /TrimBox," open.pdf >edited.pdf
fix-qdf edited.pdf >fine.pdf
expect_status 'a note outside the bleed does no harm' 0 "$TAQRIR" preflight fine.pdf
sed 's,/Subtype /Image,/Filter /DCTDecode /Subtype /Image,' open.pdf >edited.pdf
fix-qdf edited.pdf >fine.pdf
expect_status 'a JPEG in inks is not refused' 0 "$TAQRIR" preflight fine.pdf
expect_text 'but not measured, which is told' 'the picture Im1 (DCTDecode) was not measured' err

expect_status 'the ink of a picture is measured' 1 "$TAQRIR" preflight --ink-limit 229 good.pdf
expect_equal 'in its darkest pixel' "$(grep -o 'picture Im1 has [0-9]* %' err | sort -u)" \
    'picture Im1 has 230 %'
expect_status 'and the ink of colours' 1 "$TAQRIR" preflight --ink-limit 230 good.pdf
expect_equal 'to the percent' "$(grep -c 'picture Im1 has' err)" 0
expect_status 'a limit is a number' 2 "$TAQRIR" preflight --ink-limit 3oo good.pdf

qpdf --encrypt '' owner 256 -- good.pdf locked.pdf
expect_status 'an encrypted file is refused' 1 "$TAQRIR" preflight locked.pdf
expect_text 'as such' 'it is encrypted' err
must "$TAQRIR" build "$OLDPWD/content" -e english -o screen.pdf
expect_status 'a file for the screen is refused' 1 "$TAQRIR" preflight screen.pdf
expect_text 'for its colours' 'page 2: there is the operator rg' err
expect_text 'and its links' 'page 2: an annotation (Link) stands on the page' err

head -c 20000 good.pdf >cut.pdf
expect_status 'what is cut short cannot be read' 3 "$TAQRIR" preflight cut.pdf
expect_status 'nor what is no PDF' 3 "$TAQRIR" preflight report/report.yaml
expect_status 'nor a folder' 3 "$TAQRIR" preflight report
expect_status 'nor what is not there' 3 "$TAQRIR" preflight nowhere.pdf
expect_status 'a file has to be named' 2 "$TAQRIR" preflight

expect_silence 'whatever is in a file, it comes to an end' \
    python3 "$OLDPWD/tests/pdf/mutations.py" "$TAQRIR" open.pdf packed.pdf
