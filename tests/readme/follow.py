#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does what a README says, in its order, in a copy of the project; prints ok / not ok.

usage: follow.py README NOT_RUN FOLDER     (FOLDER is made; TAQRIR is the program)

What a README says, and how it says so:
- a block of `sh` is run. Its status must be 0; it must be 1 where the output promised holds
  an error;
- a block of `text` after it is what it prints, up to times of day and how long it took;
- a paragraph that ends in `Write ... `FILE` ...:` or `Add ... `FILE` ...:`, and the block
  below it, make a file or make it longer;
- `In `FILE`, change `THIS` to `THAT`` changes it;
- `build/taqrir ...` and `make ...` inside a text are commands too: the first are run after
  all else, of the second it is seen that make knows them.
A block that is none of these is a fault: nothing is passed over. What cannot be run here
stands in NOT_RUN, a command and the reason a line; one that the README has not is a fault."""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import threading

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
SECONDS = 120

FENCE = re.compile(r"(`{3,})(\w*)$")
FILE_BELOW = re.compile(r"\b(Write|Add)\b[^`]*`([^`]+)`[^`]*:$")
CHANGE = re.compile(r"\b[Ii]n\s+`([^`]+)`,\s+change\s+`([^`]+)`\s+(?:back\s+)?to\s+`([^`]+)`")
INDENTED = re.compile(r"^\s+(```|~~~)|^~~~", re.M)
INLINE = re.compile(r"`((?:build/taqrir|make) [^`]+)`")


class Part:
    """A paragraph (kind None) or a block of code, and the line where it begins."""

    def __init__(self, line, kind, text):
        self.line, self.kind, self.text = line, kind, text


def parts_of(readme):
    parts, lines, i = [], readme.split("\n"), 0
    while i < len(lines):
        fence, start = FENCE.match(lines[i]), i
        if fence:
            i += 1
            while lines[i] != fence[1]:
                i += 1
            parts.append(Part(start + 1, fence[2], "\n".join(lines[start + 1:i]) + "\n"))
            i += 1
        else:
            while i < len(lines) and lines[i] and not FENCE.match(lines[i]):
                i += 1
            parts.append(Part(start + 1, None, "\n".join(lines[start:i])))
            i += i == start
    return [part for part in parts if part.text]


def without_times(text):
    return re.sub(r"\d+\.\d\d s\b", "? s", re.sub(r"\b\d\d:\d\d:\d\d\b", "??:??:??", text))


class Follower:
    def __init__(self, not_run, folder):
        self.not_run, self.folder = not_run, folder
        self.met, self.inline, self.failed = set(), [], False

    def tell(self, part, name, why=None):
        self.failed |= why is not None
        name = f"line {part.line}: {name}"
        print(f"ok {name}" if why is None else f"not ok {name}: {' '.join(why.split())}",
              flush=True)

    # --- commands ---------------------------------------------------------------------

    def runs(self, line):
        """Whether a command is to be run, a remark behind it aside."""
        command = re.sub(r"\s+# .*", "", line)
        self.met.add(command)
        return command not in self.not_run

    def run(self, command):
        process = subprocess.run(["sh", "-ec", command], cwd=self.folder, timeout=SECONDS,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT)
        return process.returncode, process.stdout.decode()

    def run_until_told(self, command, lines):
        """What goes on until Ctrl-C, and is given it when it has printed the lines."""
        process = subprocess.Popen(["sh", "-c", "exec " + command], cwd=self.folder,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        timer = threading.Timer(SECONDS, process.kill)
        timer.start()
        said = b"".join(process.stdout.readline() for _ in range(lines))
        process.send_signal(signal.SIGINT)
        said += process.stdout.read()
        timer.cancel()
        return process.wait(), said.decode()

    def follow_commands(self, part, promised):
        commands = "\n".join(line for line in part.text.splitlines() if self.runs(line))
        if not commands:
            return
        if "taqrir watch " in commands:
            status, said = self.run_until_told(commands, promised.count("\n") or 1)
        else:
            status, said = self.run(commands)
        name = "; ".join(commands.splitlines())
        wanted = 1 if ": error: " in promised else 0
        if status != wanted:
            self.tell(part, name, f"status {status}, not {wanted}: {said}")
        elif promised and without_times(said) != without_times(promised):
            self.tell(part, name, f"it says {said!r}, not {promised!r}")
        else:
            self.tell(part, name)

    def follow_inline(self):
        for part, command in self.inline:
            if not self.runs(command):
                continue
            if command.startswith("make "):
                command = command.replace("make ", "make -n ", 1)
            status, said = self.run(command)
            self.tell(part, command, f"status {status}: {said}" if status else None)

    # --- files ------------------------------------------------------------------------

    def write(self, part, order, name, text):
        path = self.folder / name
        if path.exists() != (order == "Add"):
            self.tell(part, f"{order} {name}", "the file is there already" if path.exists()
                      else "there is no such file")
            return
        before = path.read_text() + "\n" if path.exists() else ""
        try:
            path.write_text(before + text)
            self.tell(part, f"{order} {name}")
        except OSError as error:
            self.tell(part, f"{order} {name}", str(error))

    def change(self, part, name, this, that):
        path = self.folder / name
        text = path.read_text() if path.exists() else ""
        if text.count(this) != 1:
            self.tell(part, f"change {name}", f"{this} is there {text.count(this)} times")
            return
        path.write_text(text.replace(this, that))
        self.tell(part, f"change {name}")

    # --- all of it --------------------------------------------------------------------

    def follow(self, parts):
        for before, part, after in zip([None, *parts], parts, [*parts[1:], None]):
            if part.kind is None:
                if INDENTED.search(part.text):
                    self.tell(part, "a block of code", "it must begin with ``` and the line")
                for change in CHANGE.findall(part.text):
                    self.change(part, *change)
                self.inline += [(part, command) for command in INLINE.findall(part.text)]
            elif part.kind == "sh":
                told = after is not None and after.kind == "text"
                self.follow_commands(part, after.text if told else "")
            elif part.kind == "text" and before is not None and before.kind == "sh":
                pass
            elif before is not None and not before.kind and FILE_BELOW.search(before.text):
                order, name = FILE_BELOW.search(before.text).groups()
                self.write(part, order, name, part.text)
            else:
                self.tell(part, "a block of code", "it is not said what to do with it")
        self.follow_inline()
        for command in self.not_run.keys() - self.met:
            self.tell(parts[0], command, "it is to be left out, and not there")
        return not self.failed


def main():
    readme, not_run, folder = map(pathlib.Path, sys.argv[1:])
    shutil.copytree(PROJECT, folder, symlinks=True, ignore=lambda path, names: {
        "build", "out", "tests", ".git"} if pathlib.Path(path) == PROJECT else set())
    (folder / "build").mkdir()
    program = PROJECT / os.environ.get("TAQRIR", "build/taqrir")
    (folder / "build" / "taqrir").symlink_to(program)
    left_out = dict(line.split("\t") for line in not_run.read_text().splitlines())
    parts = parts_of(readme.read_text())
    return 0 if Follower(left_out, folder).follow(parts) else 1


sys.exit(main())
