# SPDX-License-Identifier: MIT
"""Runs the program on an example and says whether it did as it should: made the tree of
the expected HTML, or refused with the messages that its reasons stand for."""
import difflib
import fnmatch
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from trees import PICTURE_PREFIX, PREFIX, dump_tree, html_tree, lines_of

RELATIVE = re.compile(r'href="(?![A-Za-z][A-Za-z0-9+.-]*:)[^"]')
PICTURE = re.compile(r'<img src="([^"]+)"')
TARGET = re.compile(r"(\](?:\(|:)\s*<?)(?![A-Za-z][A-Za-z0-9+.-]*:)(?=([^\s>)]+))")


@dataclass(frozen=True)
class Verdict:
    """What the list says of an example: the reasons why it is outside, none if it is
    inside; and the HTML of what is made of it all the same, where it is not refused."""
    reasons: tuple = ()
    html: str = ""


def with_prefixes(markdown, html):
    """The source with a prefix before each target, if there is any in the HTML."""
    pictures = PICTURE.findall(html)

    def put(found):
        return found[1] + (PICTURE_PREFIX if found[2] in pictures else PREFIX)

    return TARGET.sub(put, markdown) if pictures or RELATIVE.search(html) else markdown


def lay_pictures(folder, html):
    """Empty files, which a document does not look into."""
    for name in PICTURE.findall(html):
        path = Path(folder) / f"{PICTURE_PREFIX}{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


class Outcome:
    """What the program made of a file."""

    def __init__(self, program, folder, name, markdown):
        path = f"{name.replace(' ', '-')}.md"
        (Path(folder) / path).write_text(markdown, encoding="utf-8", newline="")
        run = subprocess.run([program, "build", "--stop-after=document", path], cwd=folder,
                             capture_output=True, text=True, encoding="utf-8",
                             stdin=subprocess.DEVNULL, timeout=60, check=False)
        self.status, self.dump, self.said = run.returncode, run.stdout, run.stderr
        place = rf"^{re.escape(path)}(?::\d+:\d+)?: error: (.*)$"
        self.messages = re.findall(place, run.stderr, re.M)


def difference(expected, actual):
    lines = difflib.unified_diff(expected, actual, "expected", "actual", lineterm="", n=99)
    return " | ".join(list(lines)[3:])


class Judge:
    """`messages` has, for each reason, what the program says, asterisks for anything."""

    def __init__(self, program, folder, messages):
        self.program = program
        self.folder = folder
        self.messages = messages
        self.seen = set()  # pairs of a reason and a message

    def why_not(self, example, verdict=Verdict()):
        """What is wrong, or ""."""
        markdown = with_prefixes(example["markdown"], example["html"])
        lay_pictures(self.folder, example["html"])
        outcome = Outcome(self.program, self.folder, example["name"], markdown)
        if verdict.reasons and not verdict.html:
            return self.why_not_refused(outcome, verdict.reasons)
        if outcome.status or outcome.said:
            return f"status {outcome.status}: {outcome.said}"
        return self.why_not_equal(example, dump_tree(outcome.dump), verdict)

    def pairs(self, reasons):
        return {(reason, message) for reason in reasons for message in self.messages[reason]}

    def why_not_equal(self, example, tree, verdict):
        self.seen |= self.pairs(verdict.reasons)
        actual, expected = lines_of(tree), lines_of(html_tree(example["html"]))
        if verdict.html and actual == expected:
            return "it is as expected, and needs no reason"
        if verdict.html:
            expected = lines_of(html_tree(verdict.html))
        return difference(expected, actual)

    def why_not_refused(self, outcome, reasons):
        """Each message must have a reason, and each reason a message."""
        found = set()
        for message in outcome.messages:
            pairs = {pair for pair in self.pairs(reasons)
                     if fnmatch.fnmatchcase(message, pair[1])}
            if not pairs:
                return f"it says: {message}"
            found |= pairs
        self.seen |= found
        missing = set(reasons) - {reason for reason, _ in found}
        if missing:
            return f"nothing says: {', '.join(sorted(missing))}"
        return "" if outcome.status == 1 else f"status {outcome.status}: {outcome.said}"
