#!/bin/sh
# The gaps that make bench compares are those of the lines a report has, and its table counts
# them rightly. Pango's part is not run: the tests do without Pango.
. "$(dirname "$0")/../lib.sh"

gaps=${PROGRAMS:-build/release/tests}/bench/gaps

# --- the same lines as a report's ------------------------------------------------------

# Universal Declaration of Human Rights, article 26 (3) and 29 (2).
write_arabic() {
    cat <<'EOF'
للآباء الحق الأول في اختيار نوع تربية أولادهم.
يخضع الفرد في ممارسة حقوقه وحرياته لتلك القيود التي يقررها القانون فقط، لضمان الاعتراف بحقوق الغير وحرياته واحترامها ولتحقيق المقتضيات العادلة للنظام العام والمصلحة العامة والأخلاق في مجتمع ديمقراطي.
EOF
}

write_english() {
    cat <<'EOF'
Parents have a prior right to choose the kind of education that shall be given to their children.
In the exercise of his rights and freedoms, everyone shall be subject only to such limitations as are determined by law solely for the purpose of securing due recognition and respect for the rights and freedoms of others and of meeting the just requirements of morality, public order and the general welfare in a democratic society.
EOF
}

# The text of the lines that another of their paragraph follows, and the width of their
# spaces in hundredths of the face's.
report_lines() {
    "$TAQRIR" build --stop-after=lines "$1" | awk '/^  line / {
        if ($2 !~ /^0\.\./)
            print before
        before = sprintf("%d%s", $6 / 10 + 100.5, substr($0, index($0, ": ") + 1))
    }'
}

bench_lines() {
    awk -F '\t' 'NR == 1 { space = $1; next } {
        count = split($4, gap, " ")
        sum = 0
        for (i = 1; i <= count; i++)
            sum += gap[i]
        printf "%d %s\n", 100 * sum / count / space + 0.5, $5
    }' "$1"
}

# expect_lines LANGUAGE SIZE FAMILY FEATURES NAME: at the measure of the default theme
expect_lines() {
    "write_$5" >"$scratch/$1.txt"
    { printf -- '---\nlang: %s\n---\n' "$1"; sed 'i\\' "$scratch/$1.txt"; } >"$scratch/$1.md"
    expect_status "$5 is set" 0 "$gaps" "$scratch/$1.txt" "$1" "$2" 361.417 "$3" "$4"
    expect_equal "$5: the lines of a report" "$(bench_lines "$scratch/out")" \
        "$(report_lines "$scratch/$1.md")"
    expect "$5: all of the measure" awk -F '\t' \
        'NR > 1 && ($1 < 361.35 || $1 > 361.48) { exit 1 }' "$scratch/out"
    expect "$5: which are several" [ "$(wc -l <"$scratch/out")" -ge 3 ]
}

expect_lines ar 13.5 Amiri '' arabic
expect_lines en 10 'Noto Serif' onum,pnum english

# --- what the table says ---------------------------------------------------------------

# write_setter FILE WIDTH: prints a space of 4 and its standard input for a line, with the
# measure for M
write_setter() {
    { printf '#!/bin/sh\nsed "s/M/$4/" <<EOF\n4\n'; cat; echo EOF; } >"$1"
    chmod +x "$1"
}

# Ninety-eight gaps as the face draws them, one half as wide again, one twice as wide.
hundred=$(yes 4 | head -n 98 | tr '\n' ' ')'6 8'
printf 'M\t2\t1\t%s\tours\n' "$hundred" | write_setter "$scratch/ours"
# Eight points short: two gaps that should be twice as wide. A line without a gap.
printf '%s\t0\t0\t4 4\tshort\nM\t0\t0\t\tlonely\n' '$(awk "BEGIN { print $4 - 8 }")' |
    write_setter "$scratch/theirs"

expect_status 'the table is made' 0 \
    tests/bench/evenness.py --worst "$scratch/ours" "$scratch/theirs" "$scratch"
tr -s ' ' <"$scratch/out" >"$scratch/table"
# mean (50 + 100) / 100, 99th of 100 by nearest rank, worst, least; 50 of 100; 2 kashidas in
# 101 words, 1 hyphen in 1 line; lines, off, without a gap
expect_text 'our row' ' 20.0 taqrir +1.5 +50 +100 +0 0.50 2.0 100.0 1 0 0' "$scratch/table"
expect_text 'what a line lacks counts' \
    ' Pango +100.0 +100 +100 +100 0.0 0.0 2 1 1' "$scratch/table"
expect_text 'the worst line is told' 'short' "$scratch/table"
