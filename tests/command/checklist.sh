#!/bin/sh
# Each rule of tests/checklist.tsv is proven by tests that are there, or is a limit that README.md
# tells, or waits for something; and what can be seen of it stands in the specimen. With
# NO_PENDING=1 no rule may wait.
. "$(dirname "$0")/../lib.sh"

table=tests/checklist.tsv
tr '\n' ' ' <README.md | tr -s ' ' >"$scratch/readme"
cat tests/specimen/*/*.md tests/specimen/kashida/ar/*.md >"$scratch/specimen"

# is_there PROOF
is_there() {
    case $1 in
    tables/*:*) grep -q "^${1#*:} ;" "tests/${1%%:*}.tests" ;;
    unit/*:*) grep -q "^ *RUN(${1#*:});" "tests/${1%%:*}.c" ;;
    unicode/*) test -e "tests/$1.c" ;;
    command/* | pdf/*) test -x "tests/$1.sh" ;;
    document/* | text/* | lines/* | pages/*)
        test -e "tests/cases/$1.md" || test -d "tests/cases/$1"
        ;;
    *) false ;;
    esac
}

# check_rule ID PROOFS LIMIT
check_rule() {
    [ "$2 $3" != '- -' ] || not_ok "$1" 'neither proof nor limit'
    for proof in $2; do
        [ "$proof" = - ] || is_there "$proof" 2>/dev/null || not_ok "$1" "no test $proof"
    done
    case $3 in
    -) ;;
    pending:*) [ -z "${NO_PENDING-}" ] || not_ok "$1" "$3" ;;
    *) grep -qF -e "$3" "$scratch/readme" || not_ok "$1" "README.md does not say: $3" ;;
    esac
    case $1:$2 in
    m-* | *:-) ;; # measured, or not there: nothing to be seen
    *) grep -qF -e "\`$1\`" "$scratch/specimen" || not_ok "$1" 'not in the specimen' ;;
    esac
}

tab=$(printf '\t')
grep -v '^#' "$table" >"$scratch/rules"
while IFS=$tab read -r id rule source proofs limit rest; do
    if [ -z "$limit" ] || [ -n "$rest" ] || [ -z "$rule$source" ]; then
        not_ok "$id" 'not five columns'
    else
        check_rule "$id" "$proofs" "$limit"
    fi
done <"$scratch/rules" >"$scratch/faults"
cat "$scratch/faults"
expect_equal 'every rule has its proof' "$(wc -l <"$scratch/faults")" 0
expect_equal 'no rule stands twice' "$(cut -f 1 "$scratch/rules" | sort | uniq -d)" ''
expect 'there are rules' test "$(wc -l <"$scratch/rules")" -gt 70

# A table of faults, to see that they are found.
bad=0
while IFS=$tab read -r proofs limit; do
    check_rule forms "$proofs" "$limit" | grep -q '^not ok' && bad=$((bad + 1))
done <<EOF
-$tab-
text/no-such-case$tab-
unit/shape_test:no_such_test$tab-
unit/no_such_test:forms$tab-
tables/isolates:no-such-line$tab-
unicode/no_such_test$tab-
command/no-such-script$tab-
-${tab}README.md does not say so.
EOF
expect_equal 'a proof that is gone is told' "$bad" 8
bad=$(check_rule no-such-rule command/checklist - | grep -c '^not ok')
expect_equal 'a rule that is not in the specimen is told' "$bad" 1
