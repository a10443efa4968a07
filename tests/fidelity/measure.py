#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tells how much of a text came back out of a PDF.

usage: measure.py SOURCE.txt EXTRACTION.txt [--words P] [--whole P] [--show N]

Two shares are measured, in percent of the source:

words  Runs of letters with their marks, and runs of digits, found exactly and in order:
       the longest common subsequence of the two lists of words.
whole  The data (numbers, dates, URIs, e-mail addresses) found as one token between
       white space, punctuation around it apart. Order does not count here, number does.

Both sides are brought to one form first: NFKC, without bidi controls, tatweel, soft
hyphens, joiners and variation selectors. So presentation forms would count as letters:
that the PDF maps to letters is another test's business.

Prints one line, words and whole with their counts, then with --show up to N lost pieces
of each kind. Exit status: 0, 1 if a share is below --words or --whole, 2 wrong usage.
"""
import argparse
import re
import sys
import unicodedata
from collections import Counter

INVISIBLE = dict.fromkeys([
    0x00AD, 0x0640, 0x061C, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF,
    *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)])

# Stripped from both ends of a token. Signs (+ - % #) belong to the number.
AROUND = "()[]{}<>«»‹›“”„‘’\"'`.,:;!?…،؛؟۔|"

DATUM = re.compile(r"\d|://|^www\.|@\w")

ARABIC_AROUND = re.compile(r"^[\u0620-\u065F]+(?=[\d+-])|(?<=\d)[\u0620-\u065F]+$")


def normalise(text):
    text = unicodedata.normalize("NFKC", text).translate(INVISIBLE)
    return unicodedata.normalize("NFKC", text)


def kind_of(character, kind_before):
    """What run a character belongs to: letters, digits, or none (None)."""
    category = unicodedata.category(character)
    if category[0] == "M":
        return kind_before or "letters"
    if category == "Nd":
        return "digits"
    return "letters" if category[0] in "LN" else None


def words(text):
    """Letters and digits part where they touch: poppler joins what a right-to-left line
    puts side by side, and no reader of the text minds."""
    found, kind = [], None
    for character in text:
        kind_before, kind = kind, kind_of(character, kind)
        if kind and kind == kind_before:
            found[-1] += character
        elif kind:
            found.append(character)
    return found


def tokens(text):
    return [token for token in (piece.strip(AROUND) for piece in text.split()) if token]


def data(text):
    return [token for token in tokens(text) if DATUM.search(token)]


def common_ends(a, b):
    """How many items two lists share at their start, and then at their end."""
    shorter = min(len(a), len(b))
    start = 0
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return start, end


def lost_words(source, found):
    """Indices of the words of `source` outside one longest common subsequence with
    `found`.

    Rows of the table of lengths are kept as bit vectors (Hyyrö 2004): bit j of row i is
    0 where the length grows from column j to j + 1. Read backwards, they give the pairs.
    """
    start, end = common_ends(source, found)
    source = source[start:len(source) - end]
    found = found[start:len(found) - end]
    places = {}
    for j, word in enumerate(found):
        places[word] = places.get(word, 0) | 1 << j
    ones = (1 << len(found)) - 1
    row, rows = ones, []
    for word in source:
        rows.append(row)
        matching = row & places.get(word, 0)
        row = ((row + matching) | (row - matching)) & ones
    lost, j = [], len(found)
    for i in reversed(range(len(source))):
        while j and row >> (j - 1) & 1:
            j -= 1
        if j and rows[i] >> (j - 1) & 1:
            j -= 1
        else:
            lost.append(start + i)
        row = rows[i]
    return lost[::-1]


def lost_data(source, found):
    """A number that the author wrote against an Arabic word ("و34") is whole with the
    word or without it."""
    left = Counter(tokens(found))
    lost = []
    for datum in data(source):
        alone = ARABIC_AROUND.sub("", datum)
        spelling = datum if left[datum] else alone
        if left[spelling]:
            left[spelling] -= 1
        else:
            lost.append(datum)
    return lost


def percent(lost, total):
    return 100 * (total - lost) / total if total else 100.0


def measure(source, extraction):
    """Both shares with their totals, and what was lost."""
    source, extraction = normalise(source), normalise(extraction)
    source_words = words(source)
    word_losses = [source_words[i] for i in lost_words(source_words, words(extraction))]
    data_losses = lost_data(source, extraction)
    data_total = len(data(source))
    return {
        "word_total": len(source_words),
        "words": percent(len(word_losses), len(source_words)),
        "lost_words": word_losses,
        "data_total": data_total,
        "whole": percent(len(data_losses), data_total),
        "lost_data": data_losses,
    }


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("source")
    parser.add_argument("extraction")
    parser.add_argument("--words", type=float, default=0)
    parser.add_argument("--whole", type=float, default=0)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    result = measure(read(options.source), read(options.extraction))
    if not result["word_total"]:
        sys.exit(f"measure.py: {options.source} has no words")
    print(f"{result['words']:.3f} {result['word_total']}"
          f" {result['whole']:.3f} {result['data_total']}")
    for kind in "lost_words", "lost_data":
        if options.show and result[kind]:
            print(f"{kind.replace('_', ' ')}: {'  '.join(result[kind][:options.show])}")
    if result["words"] < options.words or result["whole"] < options.whole:
        sys.exit(1)


if __name__ == "__main__":
    main()
