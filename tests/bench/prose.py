#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes arabic.txt and english.txt, a paragraph a line, into a folder: the Universal
Declaration of Human Rights and running prose of the Debian Administrator's Handbook, as
tests/fidelity/install has brought them.
usage: prose.py build/fidelity FOLDER"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "fidelity"))
import corpora  # noqa: E402


ENGLISH_WORDS = 20000


def main():
    root, folder = sys.argv[1:]
    arabic = list(filter(corpora.arabic_prose, corpora.handbook(root, "ar-MA")))
    english = filter(corpora.latin_prose, corpora.handbook(root, "en-US"))
    texts = {
        "arabic": corpora.declaration(root, "arb") + arabic,
        "english": corpora.declaration(root, "eng") +
                   corpora.sample(english, ENGLISH_WORDS),
    }
    for name, paragraphs in texts.items():
        path = pathlib.Path(folder, f"{name}.txt")
        path.write_text("".join(f"{paragraph}\n" for paragraph in paragraphs))


main()
