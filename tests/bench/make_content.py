#!/usr/bin/env python3
"""Makes a long report out of content/: its paragraphs, lists and headings, drawn in an
order of their own, the same every time. Tables, pictures and notes stay away, and so do the
links and references to what may not be drawn.
usage: make_content.py CONTENT CHAPTERS FOLDER TEXT
Writes FOLDER (a content folder) and TEXT (its plain text, for the floor)."""
import pathlib
import random
import re
import sys

BLOCKS_IN_CHAPTER = 12


LEFT_OUT = (
    (r"(?s)<!--.*?-->|\A---\n.*?\n---\n", ""),
    (r"(?ms)^(`{3,}).*?^\1$", ""),
    (r"(?m)^> \[!.*(\n>.*)*", ""),
    (r"(?m)^\[\^[^]]+\]:.*(\n+[ \t]+.*|\n(?!\[).+)*", ""),
    (r"(?m)^(\||!\[|: ).*(\n.+)*", ""),
    (r"\[\^[^]]+\]|\[-?@[^]]+\]", ""),
    (r"\[([^]]*)\]\(#[^)]*\)", r"\1"),
    (r"(?m)^(#.*?)\s*\{#.*\}$", r"\1"),
    (r"\{number: [^}]*\}", "487"),
)


def running_text(text):
    for pattern, replacement in LEFT_OUT:
        text = re.sub(pattern, replacement, text)
    return text.strip()


def blocks_of(folder):
    headings, blocks, references = [], [], {}
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text()
        ragged = re.match(r"(?ms)---\n.*?^ragged: true$.*?^---$", text)
        for block in re.split(r"\n\s*\n", running_text(text)):
            if re.match(r"\[[^]]+\]:", block):
                for line in block.split("\n"):
                    references[line.split("]:")[0]] = line
            elif block.startswith("#"):
                headings.append(block.lstrip("# "))
            else:
                blocks.append("{ragged}\n\n" + block if ragged else block)
    return headings, blocks, "\n".join(references.values())


def plain(block):
    block = re.sub(r"\[([^]]*)\](\[[^]]*\]|\([^)]*\))", r"\1", block)
    return " ".join(re.sub(r"(?m)^\s*([-*>]|\d+[.)])\s+|[*`<>]|\{ragged\}", "",
                           block).split())


def main():
    content, chapters, folder, text = sys.argv[1:]
    content, folder = pathlib.Path(content), pathlib.Path(folder)
    chapters = int(chapters)
    lines = []
    for language in ("ar", "en"):
        drawn = random.Random(7)
        headings, blocks, references = blocks_of(content / language)
        (folder / language).mkdir(parents=True, exist_ok=True)
        for number in range(chapters):
            title, subtitle = drawn.choice(headings), drawn.choice(headings)
            chapter = [drawn.choice(blocks) for _ in range(BLOCKS_IN_CHAPTER)]
            half = BLOCKS_IN_CHAPTER // 2
            parts = ["# " + title, *chapter[:half], "## " + subtitle, *chapter[half:]]
            (folder / language / f"chapter-{number}.md").write_text(
                "\n\n".join([*parts, references]) + "\n")
            for part in parts:
                mark = language.upper() if part.startswith("#") else language
                lines.append(f"{mark}\t{plain(part.lstrip('# '))}\n")
    pathlib.Path(text).write_text("".join(lines))
    report = re.sub(r"(?m)^(sections|editions):\n((\s.*)?\n)*", "",
                    (content / "report.yaml").read_text() + "\n")
    report += "partner: differs\n"
    report += "sections:\n" + "".join(f"  - chapter-{n}\n" for n in range(chapters))
    report += "editions:\n  report:\n    languages: [ar, en]\n"
    (folder / "report.yaml").write_text(report)


main()
