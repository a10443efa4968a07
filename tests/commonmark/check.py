#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the examples and prints ok or not ok for each section, then a summary.

usage: check.py PROGRAM NODE_MODULES

outside.tsv lists the examples that the notation does not hold: name, section, reasons,
and, of one that is not refused, the HTML of what is made of it. reasons.tsv has the
messages of each reason, asterisks standing for anything. Each line of both must be
true."""
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from judge import Judge, Verdict

HERE = Path(__file__).parent


def read_examples(modules):
    command = ["node", HERE / "examples.mjs", modules]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def read_rows(name):
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def read_messages():
    messages = defaultdict(list)
    for reason, message in read_rows("reasons.tsv"):
        messages[reason].append(message)
    return messages


def read_verdicts():
    return {(name, section): Verdict(tuple(reasons.split(", ")), "".join(html))
            for name, section, reasons, *html in read_rows("outside.tsv")}


class Tally:
    """What was found, by section and by reason."""

    def __init__(self):
        self.inside, self.outside, self.wrong = Counter(), Counter(), Counter()
        self.otherwise = 0
        self.by_reason = Counter()

    def add(self, example, verdict, why):
        specification = example["name"].split()[0]
        place = f"{specification}, {example['section']}"
        self.wrong[place] += bool(why)
        self.inside[place] += not verdict.reasons
        self.outside[place] += bool(verdict.reasons)
        self.otherwise += bool(verdict.html)
        self.by_reason.update((specification, reason) for reason in verdict.reasons)
        if why:
            print(f"not ok {example['name']} ({example['section']}): {why}")

    def print_sections(self):
        for place in self.wrong:
            if not self.wrong[place]:
                print(f"ok {place}: {self.inside[place]} inside, "
                      f"{self.outside[place]} outside")

    def print_summary(self):
        print(f"# {self.inside.total()} inside, {self.outside.total()} outside, "
              f"of which {self.otherwise} are not refused but made otherwise")
        for (specification, reason), count in sorted(self.by_reason.items()):
            print(f"# {specification}: {count} outside: {reason}")


def print_rot(judge, verdicts, examples):
    """Tells of lines of the two lists that no example is about."""
    known = {(example["name"], example["section"]) for example in examples}
    for name, section in verdicts.keys() - known:
        print(f"not ok outside.tsv: there is no {name} in {section}")
    for reason, message in sorted(judge.pairs(judge.messages) - judge.seen):
        print(f"not ok reasons.tsv: no example of {reason} gives: {message}")


def main():
    program, modules = sys.argv[1:]
    examples, verdicts, tally = read_examples(modules), read_verdicts(), Tally()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(program, folder, read_messages())
        for example in examples:
            verdict = verdicts.get((example["name"], example["section"]), Verdict())
            tally.add(example, verdict, judge.why_not(example, verdict))
    print_rot(judge, verdicts, examples)
    tally.print_sections()
    tally.print_summary()


main()
