#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints how even the word gaps of justified lines are, ours beside Pango's: the same text
in the same face, size and measure. The last line of a paragraph is not looked at.
usage: evenness.py [--worst] GAPS PANGO_GAPS TEXTS
GAPS and PANGO_GAPS are the programs, TEXTS the folder of arabic.txt and english.txt.
--worst prints also the line of each row with the widest gap, as its text."""
import csv
import math
import subprocess
import sys

TEXT_COLUMN = 127.5 * 72 / 25.4  # of the default theme [pt]
NARROW = 20  # [em]

# text, its language, family, size [pt], features: as the default theme has them.
SETTINGS = (
    ("arabic", "ar", "Amiri", 13.5, ""),
    ("arabic", "ar", "Noto Naskh Arabic", 10.25, ""),
    ("english", "en", "Noto Serif", 10, "onum,pnum"),
)

TITLE = """\
                                        word gap beyond the face's space, %      \
      per 100           lines
text     face               em  set by   mean   p99  worst  least   p99/Pango's  \
kashida hyphens   lines  off no gap"""


def font_file(family):
    with open("fonts/fonts.tsv", encoding="utf-8") as table:
        for font in csv.DictReader(table, delimiter="\t"):
            if (font["# family"], font["weight"], font["style"]) == (
                    family, "regular", "upright"):
                return font["file"]
    sys.exit(f"evenness.py: no {family} in fonts/fonts.tsv")


class Line:
    """A line as a program prints it, its gaps beyond the face's space [% of the space].
    What it lacks to the measure counts as if its gaps had been given it: a setter that
    leaves a line short is not even."""

    def __init__(self, printed, space, measure):
        width, kashidas, hyphens, gaps, self.text = printed.split("\t")
        self.kashidas, self.hyphens = int(kashidas), int(hyphens)
        self.lacking = measure - float(width)
        gaps = [float(gap) for gap in gaps.split()]
        self.gaps = [100 * ((gap + self.lacking / len(gaps)) / space - 1)
                     for gap in gaps]


def set_lines(program, arguments, measure):
    made = subprocess.run([program, *arguments], stdout=subprocess.PIPE, check=True,
                          encoding="utf-8")
    space, *lines = made.stdout.splitlines()
    return [Line(printed, float(space), measure) for printed in lines]


def percentile(values, share):
    """The nearest rank."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


class Evenness:
    """What a row says of lines. One that is off is too short or too long by more than a
    hundredth of an em."""

    def __init__(self, lines, size):
        gaps = [gap for line in lines for gap in line.gaps]
        words = len(gaps) + len(lines)
        self.mean, self.p99 = sum(gaps) / len(gaps), percentile(gaps, 0.99)
        self.worst, self.least = max(gaps), min(gaps)
        self.kashidas = 100 * sum(line.kashidas for line in lines) / words
        self.hyphens = 100 * sum(line.hyphens for line in lines) / len(lines)
        self.lines = len(lines)
        self.off = sum(abs(line.lacking) > size / 100 for line in lines)
        self.no_gap = sum(not line.gaps for line in lines)
        self.worst_text = max(lines, key=lambda line: max(line.gaps, default=-100)).text


def print_row(about, setter, even, ratio):
    print(f"{about}  {setter:6} {even.mean:+6.1f} {even.p99:+5.0f} {even.worst:+6.0f} "
          f"{even.least:+6.0f}   {ratio:>11}  {even.kashidas:7.1f} {even.hyphens:7.1f}  "
          f"{even.lines:6d} {even.off:4d} {even.no_gap:6d}")


def compare(programs, texts, setting, em):
    text, language, family, size, features = setting
    measure = em * size
    arguments = [f"{texts}/{text}.txt", language, str(size), f"{measure:.3f}", family,
                 features]
    ours = Evenness(set_lines(programs[0], arguments, measure), size)
    arguments.append(font_file(family))
    theirs = Evenness(set_lines(programs[1], arguments, measure), size)
    about = f"{text:8} {family:17} {em:4.1f}"
    print_row(about, "taqrir", ours, f"{ours.p99 / theirs.p99:.2f}")
    print_row(" " * len(about), "Pango", theirs, "")
    return ours.worst_text, theirs.worst_text


def main():
    arguments = sys.argv[1:]
    worst_too = arguments[:1] == ["--worst"]
    *programs, texts = arguments[worst_too:]
    print(TITLE)
    for setting in SETTINGS:
        for em in (TEXT_COLUMN / setting[3], NARROW):
            worst = compare(programs, texts, setting, em)
            if worst_too:
                print("\n".join(worst))


main()
