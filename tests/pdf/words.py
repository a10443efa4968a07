#!/usr/bin/env python3
"""words.py WHOLE PART...: the words of the parts that the whole lacks, as poppler gives them
back. A word is letters of one script: where lines end, punctuation may change its place."""
import re
import subprocess
import sys

WORD = re.compile(r"[A-Za-z]+|[\u0621-\u064A]+")
MARKS = re.compile(r"[\u064B-\u0652\u200B-\u200F\u202A-\u202E\u061C]")


def words(path):
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
    found = set(WORD.findall(MARKS.sub("", text.decode())))
    if len(found) < 100:
        sys.exit(f"{path}: only {len(found)} words")
    return found


whole = words(sys.argv[1])
for part in sys.argv[2:]:
    for word in sorted(words(part) - whole):
        print(word)
