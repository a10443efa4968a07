#!/usr/bin/env python3
"""Holds the tags of a PDF against the content they tag (ISO 32000-1 14.7, 14.8).

    tags.py FILE.pdf

Prints the structure tree, an element a line: tag, language, and its text in the order of
the tree, without spaces and format characters. What is wrong goes to stderr: content in
no element or in two, a parent tree or an annotation that disagrees, an element that is
empty or stands where it may not. It reads no more of PDF than src/pdf writes: text in TJ,
codes of two bytes, a ToUnicode for each font."""
import base64
import json
import re
import subprocess
import sys
import unicodedata

TOKEN = re.compile(
    rb"\s*(?:(<<)|(>>)|(<[0-9A-Fa-f\s]*>)|\(((?:[^()\\]|\\.)*)\)|(\[)|(\])"
    rb"|(/[^\s<>()\[\]/]*)|([^\s<>()\[\]/]+))",
    re.S,
)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
faults = []


def fault(*words):
    faults.append(" ".join(str(word) for word in words))


class Pdf:
    def __init__(self, path):
        command = ["qpdf", "--json=2", "--json-stream-data=inline"]
        command += ["--decode-level=generalized", path]
        raw = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
        self.objects = json.loads(raw)["qpdf"][1]

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects["obj:" + value]
            value = entry["value"] if "value" in entry else entry["stream"]["dict"]
        return value

    def stream(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def pages(self, reference):
        node = self.get(reference)
        if node["/Type"] == "/Page":
            return [reference]
        return [page for kid in node["/Kids"] for page in self.pages(kid)]


def unescape(data):
    def one(match):
        inner = match.group(1)
        if inner[:1] in b"01234567":
            return bytes([int(inner, 8) & 255])
        return ESCAPES.get(inner, b"" if inner in (b"\n", b"\r") else inner)

    return re.sub(rb"\\([0-7]{1,3}|.)", one, data, flags=re.S)


def unicode_of(pdf, font):
    table = {}
    data = pdf.stream(pdf.get(font)["/ToUnicode"])
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        for code, text in re.findall(rb"<(\w+)>\s*<(\w*)>", block):
            table[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
        for low, high, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for i in range(int(high, 16) - int(low, 16) + 1):
                table[int(low, 16) + i] = chr(int(text, 16) + i)
    return table


def kind(cell):
    for c in cell.replace("\u061c", ""):
        bidi = unicodedata.bidirectional(c)
        if bidi in ("R", "AL"):
            return "R"
        if bidi == "L":
            return "L"
        if bidi in ("EN", "AN"):
            return "N"
    return "S" if cell.strip("\u061c").isspace() else "-"


def logical(cells):
    """The cells of one piece as they are read: what goes from right to left is turned
    around, and in it what goes from left to right is not."""
    letters = "".join(map(kind, cells))
    if "R" not in letters:
        return "".join(cells)
    cells, letters = cells[::-1], letters[::-1]
    for match in re.finditer(r"L(?:[^R]*[LN])?|N(?:-*[LN])*", letters):
        a, b = match.span()
        cells[a:b] = cells[a:b][::-1]
    return "".join(cells)


def read_page(pdf, reference, fonts):
    """Gives the text of each MCID, as a list of pieces."""
    page = pdf.get(reference)
    contents = page["/Contents"]
    contents = contents if isinstance(contents, list) else [contents]
    data = b"\n".join(pdf.stream(part) for part in contents)
    resources = pdf.get(pdf.get(page["/Resources"]).get("/Font", {}))
    marks, open_marks, operands, table = {}, [], [], {}
    at, place = 0, None
    while match := TOKEN.match(data, at):
        at = match.end()
        hexes, literal, name, word = match.group(3, 4, 7, 8)
        if hexes is not None:
            operands.append(bytes.fromhex(hexes[1:-1].decode()))
        elif literal is not None:
            operands.append(unescape(literal))
        elif name is not None:
            operands.append(name.decode())
        elif word is None:
            continue
        elif re.fullmatch(rb"[-+.\d]+", word):
            operands.append(float(word))
        else:
            operator = word.decode()
            if operator == "BDC":
                mark = None
                if "/MCID" in operands:
                    mark = int(operands[operands.index("/MCID") + 1])
                    if mark in marks:
                        fault(reference, "MCID", mark, "stands twice")
                    marks[mark] = {"tag": operands[0], "pieces": []}
                elif operands[0] != "/Artifact":
                    fault(reference, "marked content", operands[0], "without MCID")
                open_marks.append(mark)
                place = None
                if len(open_marks) > 1:
                    fault(reference, "marked content in marked content")
            elif operator == "EMC":
                open_marks.pop()
            elif operator == "Tf":
                place = None
                font = resources[operands[0]]
                table = fonts.setdefault(font, unicode_of(pdf, font))
            elif operator == "Tm":
                if open_marks and open_marks[-1] is not None and place != operands[5]:
                    marks[open_marks[-1]]["pieces"].append([])
                place = operands[5]
            elif operator in ("TJ", "re", "Tj"):
                if not open_marks:
                    fault(reference, operator, "outside marked content")
                elif open_marks[-1] is not None and operator == "TJ":
                    pieces = marks[open_marks[-1]]["pieces"]
                    if not pieces:
                        pieces.append([])
                    for string in operands:
                        if isinstance(string, bytes):
                            for i in range(0, len(string), 2):
                                code = string[i] << 8 | string[i + 1]
                                if code not in table:
                                    fault(reference, "code", code, "means nothing")
                                pieces[-1].append(table.get(code, ""))
            operands = []
    if data[at:].strip():
        fault(reference, "content not understood at", at, data[at : at + 40])
    if open_marks:
        fault(reference, "marked content is not closed")
    return marks


def number_tree(pdf, reference):
    node = pdf.get(reference)
    numbers = node.get("/Nums", [])
    found = dict(zip(numbers[::2], numbers[1::2]))
    for kid in node.get("/Kids", []):
        found.update(number_tree(pdf, kid))
    return found


class Tree:
    def __init__(self, pdf, root):
        self.pdf = pdf
        self.pages = pdf.pages(root["/Pages"])
        fonts = {}
        self.marks = {p: read_page(pdf, p, fonts) for p in self.pages}
        self.used = {}
        self.annotations = {}
        structure = pdf.get(root["/StructTreeRoot"])
        self.parents = number_tree(pdf, structure["/ParentTree"])
        if max(self.parents, default=-1) >= structure["/ParentTreeNextKey"]:
            fault("ParentTreeNextKey is not past the last key")
        self.lines = []
        self.root_reference = root["/StructTreeRoot"]
        top = structure["/K"]
        for kid in top if isinstance(top, list) else [top]:
            self.walk(kid, self.root_reference, 0, None)
        self.check_used()
        self.check_annotations()

    def parent_of_mark(self, page, mark):
        row = self.parents.get(self.pdf.get(page).get("/StructParents"))
        row = self.pdf.get(row)
        return row[mark] if isinstance(row, list) and mark < len(row) else None

    def mark_text(self, page, mark, reference, tag):
        if (page, mark) in self.used:
            fault("MCID", mark, "of page", page, "is in two elements")
        self.used[page, mark] = reference
        if self.parent_of_mark(page, mark) != reference:
            fault("the ParentTree has another parent for MCID", mark, "of page", page)
        content = self.marks.get(page, {}).get(mark)
        if content is None:
            fault(reference, "has MCID", mark, "that page", page, "does not")
            return ""
        if content["tag"] != tag:
            fault("MCID", mark, "is", content["tag"], "its element", tag)
        return " ".join(logical(piece) for piece in content["pieces"])

    def walk(self, reference, parent, depth, around):
        element = self.pdf.get(reference)
        tag = element["/S"]
        if element["/P"] != parent:
            fault(reference, "names another parent than the one it stands in")
        line = [depth, tag[1:], element.get("/Lang"), ""]
        self.lines.append(line)
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        if not kids:
            fault(reference, tag, "is empty")
        objects, tags, pieces = 0, [], []
        for kid in kids:
            if isinstance(kid, int):
                pieces.append(self.mark_text(element["/Pg"], kid, reference, tag))
                continue
            if isinstance(kid, dict) and kid.get("/Type") == "/MCR":
                pieces.append(
                    self.mark_text(kid["/Pg"], kid["/MCID"], reference, tag)
                )
                continue
            if isinstance(kid, dict):
                objects += 1
                if kid["/Obj"] in self.annotations:
                    fault("annotation", kid["/Obj"], "is in two elements")
                self.annotations[kid["/Obj"]] = reference, kid["/Pg"]
                continue
            child = self.pdf.get(kid)
            tags.append(child["/S"])
            pieces.append(self.walk(kid, reference, depth + 1, tag))
        self.check_kids(reference, tag, around, tags, objects)
        line[3] = "".join(pieces)
        return line[3]

    def check_kids(self, reference, tag, around, tags, objects):
        if tag == "/L" and set(tags) - {"/LI"}:
            fault(reference, "L holds", *tags)
        if tag == "/LI" and tags not in (["/Lbl", "/LBody"], ["/Lbl"]):
            fault(reference, "LI holds", *tags)
        around_known = {
            "/LI": ["/L"],
            "/Lbl": ["/LI", "/Note", "/TOCI"],
            "/LBody": ["/LI"],
            "/THead": ["/Table"],
            "/TBody": ["/Table"],
            "/TR": ["/THead", "/TBody"],
            "/TH": ["/TR"],
            "/TD": ["/TR"],
            "/Caption": ["/Table", "/Figure"],
            "/TOCI": ["/TOC"],
        }
        if around not in around_known.get(tag, [around]):
            fault(reference, tag, "stands in", around)
        holds_known = {
            "/Table": {"/Caption", "/THead", "/TBody"},
            "/THead": {"/TR"},
            "/TBody": {"/TR"},
            "/TR": {"/TH", "/TD"},
            "/TOC": {"/TOCI"},
        }
        if set(tags) - holds_known.get(tag, set(tags)):
            fault(reference, tag, "holds", *tags)
        if tag == "/Link" and not objects:
            fault(reference, "Link has no annotation")
        if tag != "/Link" and objects:
            fault(reference, tag, "has an annotation")

    def check_used(self):
        for page, marks in self.marks.items():
            for mark in marks:
                if (page, mark) not in self.used:
                    fault("MCID", mark, "of page", page, "is in no element")

    def check_annotations(self):
        seen = set()
        for page in self.pages:
            for annotation in self.pdf.get(self.pdf.get(page).get("/Annots", [])):
                seen.add(annotation)
                element, on = self.annotations.get(annotation, (None, None))
                key = self.pdf.get(annotation).get("/StructParent")
                if not element or on != page or self.parents.get(key) != element:
                    fault("annotation", annotation, "and its element do not agree")
        for annotation in set(self.annotations) - seen:
            fault("annotation", annotation, "is on no page")


def bare(text):
    return "".join(c for c in text if unicodedata.category(c)[0] not in "ZC")


def main():
    pdf = Pdf(sys.argv[1])
    tree = Tree(pdf, pdf.get(pdf.objects["trailer"]["value"]["/Root"]))
    for depth, tag, language, text in tree.lines:
        language = " " + language[2:] if language else ""
        print("  " * depth + tag + language + " " + bare(text))
    for line in faults:
        print(line, file=sys.stderr)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
