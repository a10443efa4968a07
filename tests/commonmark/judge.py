# SPDX-License-Identifier: MIT
"""Runs the program on an example and says whether it did as it should: made the tree of
the expected HTML, or refused with the messages that its reasons stand for."""
import difflib
import fnmatch
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from trees import dump_tree, html_tree, lines_of

# Put before relative addresses, which are errors by design, and taken off again. What it
# makes is a URI, but no bare address in a text, which begins with "http://".
PREFIX = "http:absolute/"
RELATIVE = re.compile(r'href="(?![A-Za-z][A-Za-z0-9+.-]*:)[^"]')
TARGET = re.compile(r"(\](?:\(|:)\s*<?)(?![A-Za-z][A-Za-z0-9+.-]*:)(?=[^\s>)])")


@dataclass
class Verdict:
    """What the list says of an example: the reasons why it is outside, none if it is
    inside; and the HTML of what is made of it all the same, where it is not refused."""
    reasons: tuple = ()
    html: str = ""


def made_absolute(markdown, html):
    """The source with a prefix before each target, and the prefix."""
    if not RELATIVE.search(html):
        return markdown, ""
    return TARGET.sub(rf"\1{PREFIX}", markdown), PREFIX


class Outcome:
    """What the program made of a file."""

    def __init__(self, program, folder, name, markdown):
        path = Path(folder) / f"{name.replace(' ', '-')}.md"
        path.write_text(markdown, encoding="utf-8", newline="")
        run = subprocess.run([program, "build", "--stop-after=document", path],
                             capture_output=True, text=True, encoding="utf-8",
                             stdin=subprocess.DEVNULL, timeout=60, check=False)
        self.status, self.dump, self.said = run.returncode, run.stdout, run.stderr
        place = rf"^{re.escape(str(path))}(?::\d+:\d+)?: error: (.*)$"
        self.messages = re.findall(place, run.stderr, re.M)

    def is_for_later(self):
        return self.status == 1 and self.messages and all(
            message.endswith(" cannot be set yet") for message in self.messages)


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
        self.for_later = 0

    def why_not(self, example, verdict=Verdict()):
        """What is wrong, or ""."""
        markdown, prefix = made_absolute(example["markdown"], example["html"])
        outcome = Outcome(self.program, self.folder, example["name"], markdown)
        if example["section"].endswith("(extension)") and outcome.is_for_later():
            self.for_later += 1
            self.seen |= self.pairs(verdict.reasons)
            return ""
        if verdict.reasons and not verdict.html:
            return self.why_not_refused(outcome, verdict.reasons)
        if outcome.status or outcome.said:
            return f"status {outcome.status}: {outcome.said}"
        return self.why_not_equal(example, dump_tree(outcome.dump, prefix), verdict)

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
