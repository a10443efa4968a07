#!/bin/sh
# The long report that make bench measures is a report without mistakes, and its
# floor is made from words alone.
. "$(dirname "$0")/../lib.sh"

must tests/bench/make_content.py content 20 "$scratch/content" "$scratch/text"
expect_status 'it builds' 0 "$TAQRIR" build "$scratch/content" -o "$scratch/report.pdf"
expect_equal 'without a word' "$(cat "$scratch/err")" ''
expect 'it is long' [ "$(wc -w <"$scratch/text")" -ge 20000 ]

# What is notation is not shaped, and so is no part of the floor.
expect_equal 'the floor has no notation' \
    "$(cut -f 2 "$scratch/text" | grep -n '[][{}|^#@*`<>]' | head -n 3)" ''
expect 'which would be found' grep -q '[][{}|^#@*`<>]' "$scratch/content/en/chapter-1.md"
