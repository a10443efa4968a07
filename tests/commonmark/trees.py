# SPDX-License-Identifier: MIT
"""Brings the HTML of an example and a dump of the program to one form: a list of lines,
a node each, two spaces for each level.

    heading 1 'Text'
      emphasis 0..4
    list ordered tight
      item 3
        paragraph 'Text'

What the two cannot both say is in neither: ids, languages, directions, the delimiter of a
list, the language of code. Spans are over characters."""
import re
from html.parser import HTMLParser

BREAK = "\u2028"

# Put before relative addresses, which are errors by design, and taken off again. The first
# makes a URI of them, but no bare address in a text, which begins with "http://"; the second
# makes the path of a picture that is there.
PREFIX = "http:absolute/"
PICTURE_PREFIX = "pictures/of"


class Node:
    def __init__(self, label, children=()):
        self.label = label
        self.children = list(children)

    def lines(self, level=0):
        yield "  " * level + self.label
        for child in self.children:
            yield from child.lines(level + 1)


def lines_of(nodes):
    return [line for node in nodes for line in node.lines()]


def list_label(kind, items, is_tight):
    """Only a paragraph shows whether its list is tight."""
    shows = any(child.label.startswith("paragraph")
                for item in items for child in item.children)
    return f"list {kind}" + (" tight" if is_tight else " loose") * shows


def link_details(target, title):
    return f" <{target}>" + (f" title={title!r}" if title else "")


def code_text(text):
    """Tabs go to the next multiple of four columns; empty lines at the end are none."""
    return text.expandtabs(4).rstrip("\n").replace("\n", BREAK)


# --- HTML ------------------------------------------------------------------------------

class Element:
    def __init__(self, tag, attributes=()):
        self.tag = tag
        self.attributes = dict(attributes)
        self.children = []


def is_element(node, tag):
    return not isinstance(node, str) and node.tag == tag


def elements_in(element):
    return [child for child in element.children if not isinstance(child, str)]


class Reader(HTMLParser):
    """The elements of well-formed HTML; comments are nothing."""

    EMPTY = {"br", "hr", "img", "input"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = [Element("body")]

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes)
        self.open[-1].children.append(element)
        if tag not in self.EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag):
        if tag in self.EMPTY:
            return
        if self.open[-1].tag != tag:
            raise ValueError(f"</{tag}> ends <{self.open[-1].tag}>")
        self.open.pop()

    def handle_data(self, text):
        self.open[-1].children.append(text)


class Inline:
    """Text and spans out of inline elements. White space outside code is one space, and
    none where a line or a span begins or ends; nor does a span begin with a break."""

    SPANS = {"em": "emphasis", "strong": "strong", "del": "strike", "code": "code",
             "a": "link"}

    def __init__(self, nodes):
        self.text = ""
        self.spans = []
        self.open = []
        self.has_space = False
        self.add_all(nodes)

    def add_all(self, nodes):
        for node in nodes:
            if isinstance(node, str):
                self.add_text(node)
            elif node.tag == "br":
                self.has_space = False
                self.text += BREAK
            else:
                self.add_span(node)

    def add_text(self, text):
        if any(span["tag"] == "code" for span in self.open):
            self.put(text)
            return
        for piece in re.findall(r"[ \t\n]+|[^ \t\n]+", text):
            if piece.isspace() and piece[0] in " \t\n":
                self.has_space = bool(self.text) and not self.text.endswith(BREAK)
            else:
                self.put(piece)

    def put(self, text):
        self.text += " " * self.has_space
        self.has_space = False
        for span in self.open:
            span.setdefault("start", len(self.text))
        self.text += text

    def add_span(self, element):
        if element.tag not in self.SPANS:
            raise ValueError(f"<{element.tag}> is nothing we know")
        span = {"tag": element.tag}
        self.spans.append(span)
        self.open.append(span)
        self.add_all(element.children)
        self.open.pop()
        label = self.SPANS[element.tag]
        if "start" in span:
            label += f" {span['start']}..{len(self.text)}"
        if element.tag == "a":
            label += link_details(element.attributes.get("href"),
                                  element.attributes.get("title"))
        span["node"] = Node(label)

    def node(self, label):
        return Node(f"{label} {self.text!r}",
                    [span["node"] for span in self.spans if "start" in span])


def is_inline(node):
    return isinstance(node, str) or node.tag in Inline.SPANS or node.tag == "br"


def html_item(element, number):
    """The box of a task stands first in it."""
    children, task = element.children, ""
    if children and is_element(children[0], "input"):
        task = " done" if "checked" in children[0].attributes else " open"
        children = children[1:]
    return Node(f"item{number}{task}", html_blocks(children))


def html_list(element):
    items = elements_in(element)
    start = int(element.attributes.get("start", 1))
    is_ordered = element.tag == "ol"
    is_tight = not any(is_element(child, "p") for item in items for child in item.children)
    nodes = [html_item(item, f" {start + i}" if is_ordered else "")
             for i, item in enumerate(items)]
    kind = "ordered" if is_ordered else "unordered"
    return Node(list_label(kind, nodes, is_tight), nodes)


def html_row(element, kind):
    return Node(kind, [Inline(cell.children).node("cell") for cell in elements_in(element)])


def html_table(element):
    aligns = {None: "start", "left": "start", "center": "centre", "right": "end"}
    head, *bodies = elements_in(element)
    (header,) = elements_in(head)
    columns = [aligns[cell.attributes.get("align")] for cell in elements_in(header)]
    rows = [html_row(row, "row") for body in bodies for row in elements_in(body)]
    return Node("table", [Node(" ".join(["columns", *columns])),
                          html_row(header, "header"), *rows])


def html_figure(picture):
    """A title is the caption."""
    source, words, title = (picture.attributes.get(name) for name in ("src", "alt", "title"))
    caption = [Node(f"caption {title!r}")] if title else []
    return Node("figure", [Node(f"picture {source!r} alt={words!r}"), *caption])


def html_block(element):
    tag = element.tag
    if tag == "p" and [child for child in element.children if is_element(child, "img")] == \
            element.children:
        return html_figure(*element.children)
    if tag in ("ul", "ol"):
        return html_list(element)
    if tag == "table":
        return html_table(element)
    if tag == "blockquote":
        return Node("quote", html_blocks(element.children))
    if tag == "hr":
        return Node("rule")
    if tag == "pre":
        (code,) = element.children
        return Node(f"code {code_text(''.join(code.children))!r}")
    if re.fullmatch("h[1-6]", tag):
        return Inline(element.children).node(f"heading {tag[1]}")
    if tag == "p":
        return Inline(element.children).node("paragraph")
    raise ValueError(f"<{tag}> is nothing we know")


def html_blocks(elements):
    """Inline elements beside one another are a paragraph; one without text is none."""
    nodes, run = [], []
    for element in [*elements, None]:
        if element is not None and is_inline(element):
            run.append(element)
            continue
        nodes.append(Inline(run).node("paragraph"))
        run = []
        if element is not None:
            nodes.append(html_block(element))
    return [node for node in nodes if node.label != "paragraph ''"]


def html_tree(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) != 1:
        raise ValueError(f"<{reader.open[-1].tag}> has no end")
    return html_blocks(reader.open[0].children)


# --- the dump --------------------------------------------------------------------------

QUOTED = r'"((?:[^"\\]|\\u\{[0-9A-F]+\})*)"'
TONGUE = r"[A-Za-z-]+ (?:ltr|rtl)"
TEXT_LINE = re.compile(
    rf'(paragraph|cell|code|heading [1-6]|caption)(?: id=\S+| "[^"]*")? {TONGUE} {QUOTED}')
SPAN_LINE = re.compile(
    rf"(\w+) (\d+)\.\.(\d+) (?:<([^>]*)> )?{QUOTED}(?: title={QUOTED})?")
LIST_LINE = re.compile(rf"list (ordered|unordered) (tight|loose) {TONGUE}")
ITEM_LINE = re.compile(rf"item( \d+)?[.)]?( open| done)? {TONGUE}")
PLAIN_LINE = re.compile(rf"(quote|rule|table|figure) {TONGUE}|(columns .*|header|row)")
PICTURE_LINE = re.compile(rf"picture {QUOTED} alt={QUOTED}")


def unquoted(text):
    return re.sub(r"\\u\{([0-9A-F]+)\}", lambda found: chr(int(found[1], 16)), text)


def without_prefixes(text):
    return text.replace(PREFIX, "").replace(PICTURE_PREFIX, "")


def offset_without_prefixes(text, byte):
    """The character of the text without prefixes that is at a byte of it."""
    return len(without_prefixes(text.encode()[:byte].decode()))


def dump_spans(text, lines):
    """The lines under a text; another form of line is a mistake of this reader."""
    for line, children in lines:
        kind, start, end, target, shown, title = SPAN_LINE.fullmatch(line).groups()
        if children or unquoted(shown).encode() != text.encode()[int(start):int(end)]:
            raise ValueError(line)
        first, last = (offset_without_prefixes(text, int(byte)) for byte in (start, end))
        label = f"{kind} {first}..{last}"
        if target is not None:
            label += link_details(without_prefixes(target), unquoted(title or ""))
        yield Node(label)


def dump_text(line, children):
    label, shown = TEXT_LINE.fullmatch(line).groups()
    text = unquoted(shown)
    return Node(f"{label} {without_prefixes(text)!r}", dump_spans(text, children))


def dump_list(line, children):
    kind, tightness = LIST_LINE.fullmatch(line).groups()
    items = dump_blocks(children)
    return Node(list_label(kind, items, tightness == "tight"), items)


def dump_block(line, children):
    if found := ITEM_LINE.fullmatch(line):
        label = f"item{found[1] or ''}{found[2] or ''}"
        return Node(label, dump_blocks(children))
    if found := PICTURE_LINE.fullmatch(line):
        path, words = (without_prefixes(unquoted(text)) for text in found.groups())
        return Node(f"picture {path!r} alt={words!r}")
    if found := PLAIN_LINE.fullmatch(line):
        return Node(found[1] or found[2], dump_blocks(children))
    if line.startswith("list "):
        return dump_list(line, children)
    return dump_text(line, children)


def dump_blocks(lines):
    return [dump_block(line, children) for line, children in lines]


def nested(lines):
    """Pairs of a line and the pairs below it."""
    top = []
    open_lists = [top]
    for line in lines:
        stripped = line.lstrip(" ")
        level = (len(line) - len(stripped)) // 2
        below = []
        del open_lists[level + 1:]
        open_lists[level].append((stripped, below))
        open_lists.append(below)
    return top


def dump_tree(dump):
    for line, children in nested(dump.splitlines()):
        if line.startswith("section "):
            return dump_blocks(children)
    raise ValueError("no section")
