#!/bin/sh
# theme prints the look as a theme.yaml: one that holds all of it changes nothing, one that
# names a value changes that.
. "$(dirname "$0")/../lib.sh"

cp -R content "$scratch/report"
rm -f "$scratch/report/theme.yaml"
cp tests/pdf/letter.md "$scratch"
cd "$scratch" || exit 1

# same_editions NAME: what is built now is what was built before
same_editions() {
    must "$TAQRIR" build report -o now
    expect "$1" diff -r before now
}

must "$TAQRIR" build report -o before
must "$TAQRIR" build letter.md -o letter.pdf
must test -s before/arabic.pdf
expect_status 'the look can be printed' 0 "$TAQRIR" theme
cp out default.yaml
expect_equal 'all of it' "$(grep -c '^[a-z]' default.yaml)" 27
cp default.yaml report/theme.yaml
same_editions 'a theme that holds all of it changes no byte'
expect_silence 'and has no fault' sh -c '"$0" check report -e report >counted' "$TAQRIR"
"$TAQRIR" theme report >again.yaml
expect 'printed again it is the same' cmp default.yaml again.yaml

printf 'page: {gutter: 5 mm}\ncolours: {brick: "#1E4E79"}\n' >report/theme.yaml
expect_status 'the look of a folder can be printed' 0 "$TAQRIR" theme report
diff default.yaml out | sed -n 's/^> *//p' | cut -d '#' -f 1,2 >changed
expect_equal 'with what its theme changes, and no more' "$(tr -d ' \n' <changed)" \
    'brick:"#1E4E79"brick:convertedgutter:5mm#betweentwocolumns'
must "$TAQRIR" build report -o now
expect 'other bytes are written' sh -c '! cmp -s before/arabic.pdf now/arabic.pdf'

sed -n '/^## theme.yaml/,$p' report/README.md |
    sed -n '/^```yaml/,/^```/p' | grep -v '^```' >report/theme.yaml
expect_text 'the manual has an example' 'outer-margin: 22 mm' report/theme.yaml
expect_silence 'which has no fault' sh -c '"$0" check report -e report >counted' "$TAQRIR"

cp report/theme.yaml .
must "$TAQRIR" build letter.md -o now.pdf
expect 'a letter has no theme' cmp letter.pdf now.pdf

echo 'pages: {}' >report/theme.yaml
expect_status 'a theme with a mistake is not printed' 1 "$TAQRIR" theme report
expect_equal 'not even in part' "$(cat out)" ''
expect_text 'it is told at its place' 'report/theme.yaml:1:1: error: there is no key' err
cp now/arabic.pdf kept.pdf
expect_status 'and no edition is written' 1 "$TAQRIR" build report -o now
expect 'what was there stays' cmp kept.pdf now/arabic.pdf
rm report/theme.yaml
same_editions 'without a theme all is as before'
mkfifo report/theme.yaml
expect_status 'a pipe is not waited for' 1 "$TAQRIR" build report -o now
expect_text 'but told' 'it is not a file' err
expect_status 'a folder that is not there is told' 3 "$TAQRIR" theme nowhere
