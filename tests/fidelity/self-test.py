#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Damages a text in known ways and sees that the measure tells; prints ok / not ok."""
import random
import sys

from measure import lost_words, measure

PROSE = "".join(f"word{chr(97 + i // 26)}{chr(97 + i % 26)} " for i in range(100))
ARABIC = "كَتَبَ الطَّالِبُ رِسَالَةً، ثُمَّ أَرْسَلَهَا إِلَى المُدِيرِ."
DATA = ("في 2024-01-15 نشرت https://example.org/a?b=1 و50% من 12,500 "
        "(info@example.org) حتى ١٢٫٥.")


def swap(text, i, j):
    items = text.split(" ")
    items[i], items[j] = items[j], items[i]
    return " ".join(items)


def marks_dropped(text):
    return "".join(c for c in text if not "\u064B" <= c <= "\u0652")


def expect(name, source, extraction, words, whole=100.0):
    result = measure(source, extraction)
    seen = result["words"], result["whole"]
    right = all(abs(a - b) < 1e-9 for a, b in zip(seen, (words, whole)))
    print(f"ok {name}" if right else f"not ok {name}: {seen}, not {(words, whole)}")
    return right


def length_by_table(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        above = row[:]
        for j, y in enumerate(b):
            row[j + 1] = above[j] + 1 if x == y else max(above[j + 1], row[j])
    return row[-1]


def expect_longest():
    """The bit vectors against the plain table, on random lists."""
    chance = random.Random(1)
    for _ in range(500):
        a, b = ([chance.randrange(4) for _ in range(chance.randrange(20))]
                for _ in range(2))
        if len(a) - len(lost_words(a, b)) != length_by_table(a, b):
            print(f"not ok longest common subsequence: {a} {b}")
            return False
    print("ok longest common subsequence")
    return True


def main():
    first = ARABIC.split()[0]
    checks = [
        expect("the same text is whole", PROSE, PROSE, 100),
        expect("an empty extraction has nothing", PROSE, "", 0),
        expect("a word backwards is lost", PROSE,
               PROSE.replace("wordaa", "aadrow"), 99),
        expect("of two words that change places one is lost", PROSE,
               swap(PROSE, 3, 4), 99),
        expect("words run together are lost", PROSE,
               PROSE.replace("wordaa wordab", "wordaawordab"), 98),
        expect("a word in two pieces is lost", PROSE,
               PROSE.replace("wordaa", "word aa"), 99),
        expect("of a text backwards one word is left", PROSE,
               " ".join(reversed(PROSE.split())), 1),
        expect("words that were not there cost nothing", PROSE, f"1 {PROSE} 2", 100),
        expect("vowels dropped are words lost", ARABIC, marks_dropped(ARABIC), 0),
        expect("one vowel lost is one word lost", ARABIC,
               ARABIC.replace(first, first[:-1]), 100 * 6 / 7),
        expect("a vowel one letter early is a word lost", ARABIC,
               ARABIC.replace(first, "كَتَ\u064Eب"), 100 * 6 / 7),
        expect("marks of one letter in either order are the same", ARABIC,
               ARABIC.replace("طَّ", "ط\u064E\u0651"), 100),
        expect("controls and tatweel cost nothing", ARABIC,
               ARABIC.replace("سَالَ", "سَـا\u061Cلَ").replace(" ", " \u200F"), 100),
        expect("data the same are whole", DATA, DATA, 100),
        expect("punctuation around data costs nothing", DATA,
               DATA.replace("(info@example.org)", "info@example.org()"), 100),
        expect("a date in two pieces is not whole", DATA,
               DATA.replace("2024-01-15", "2024- 01-15"), 100, 100 * 5 / 6),
        expect("a date turned round is not whole", DATA,
               DATA.replace("2024-01-15", "15-01-2024"), 100 * 20 / 22, 100 * 5 / 6),
        expect("a number glued to a word is not whole", DATA,
               DATA.replace("من 12,500", "من12,500"), 100, 100 * 5 / 6),
        expect("two data glued together are both lost", DATA,
               DATA.replace("12,500 (", "12,500("), 100, 100 * 4 / 6),
        expect("a number may leave the word it was written against", DATA,
               DATA.replace("و50%", "و 50%"), 100),
        expect("a number on the wrong side of that word is not whole", DATA,
               DATA.replace("و50%", "50%و"), 100 * 21 / 22, 100 * 5 / 6),
        expect("a percent sign on the other side is not whole", DATA,
               DATA.replace("50%", "%50"), 100, 100 * 5 / 6),
        expect("an address cut by a line end is not whole", DATA,
               DATA.replace("a?b", "a?\nb"), 100, 100 * 5 / 6),
        expect_longest(),
    ]
    sys.exit(not all(checks))


if __name__ == "__main__":
    main()
