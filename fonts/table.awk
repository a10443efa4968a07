# Makes the font table of the program from fonts/fonts.tsv.
BEGIN {
    FS = "\t"
    print "/* Made from fonts/fonts.tsv: FONT(family, weight, italic, package, file, kashida). */"
}
/^#/ || NF == 0 { next }
NF != 10 || $2 !~ /^(regular|bold)$/ || $3 !~ /^(upright|italic)$/ ||
    $10 !~ /^(naskh|simple|none)$/ {
    printf "%s:%d: not a line of ten columns\n", FILENAME, FNR >"/dev/stderr"
    exit 1
}
{
    weight = $2 == "bold" ? "WEIGHT_BOLD" : "WEIGHT_REGULAR"
    italic = $3 == "italic" ? "true" : "false"
    printf "FONT(\"%s\", %s, %s, \"%s\", \"%s\", KASHIDA_%s)\n", $1, weight, italic, $5, $7,
        toupper($10)
}
