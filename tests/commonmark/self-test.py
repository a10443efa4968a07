#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gives the program examples with what is expected of them, then with something wrong in
it, and sees that the judge tells the two apart; prints ok / not ok.

usage: self-test.py PROGRAM"""
import sys
import tempfile

from judge import Judge, Verdict

MESSAGES = {"html": ["HTML cannot be set"], "scheme": ["links to *: are not allowed"],
            "bare-address": []}

# What differs, the example, its HTML, and HTML that is not its own.
DIFFERENCES = [
    ("a letter", "foo", "<p>foo</p>", "<p>fob</p>"),
    ("a space", "foo bar", "<p>foo bar</p>", "<p>foobar</p>"),
    ("a no-break space", "foo\u00A0bar", "<p>foo\u00A0bar</p>", "<p>foo bar</p>"),
    ("a break", "foo\\\nbar", "<p>foo<br />\nbar</p>", "<p>foo\nbar</p>"),
    ("the kind of a block", "> foo", "<blockquote>\n<p>foo</p>\n</blockquote>", "<p>foo</p>"),
    ("the level of a heading", "## foo", "<h2>foo</h2>", "<h3>foo</h3>"),
    ("a block less", "foo\n\nbar", "<p>foo</p>\n<p>bar</p>", "<p>foo</p>"),
    ("a rule", "***\n\nfoo", "<hr />\n<p>foo</p>", "<p>foo</p>"),
    ("two lists", "- foo\n\n* bar", "<ul>\n<li>foo</li>\n</ul>\n<ul>\n<li>bar</li>\n</ul>",
     "<ul>\n<li>foo</li>\n<li>bar</li>\n</ul>"),
    ("a numbered list", "1. foo", "<ol>\n<li>foo</li>\n</ol>", "<ul>\n<li>foo</li>\n</ul>"),
    ("a first number", "3. foo", '<ol start="3">\n<li>foo</li>\n</ol>',
     "<ol>\n<li>foo</li>\n</ol>"),
    ("a loose list", "- foo\n\n- bar",
     "<ul>\n<li>\n<p>foo</p>\n</li>\n<li>\n<p>bar</p>\n</li>\n</ul>",
     "<ul>\n<li>foo</li>\n<li>bar</li>\n</ul>"),
    ("what is in an item", "- foo\n  - bar",
     "<ul>\n<li>foo\n<ul>\n<li>bar</li>\n</ul>\n</li>\n</ul>",
     "<ul>\n<li>foo</li>\n</ul>\n<ul>\n<li>bar</li>\n</ul>"),
    ("a kind of span", "*foo*", "<p><em>foo</em></p>", "<p><strong>foo</strong></p>"),
    ("a span less", "*foo*", "<p><em>foo</em></p>", "<p>foo</p>"),
    ("an end of a span", "*foo* bar", "<p><em>foo</em> bar</p>", "<p><em>foo bar</em></p>"),
    ("the order of spans", "***foo***", "<p><em><strong>foo</strong></em></p>",
     "<p><strong><em>foo</em></strong></p>"),
    ("a space in code", "`foo  bar`", "<p><code>foo  bar</code></p>",
     "<p><code>foo bar</code></p>"),
    ("a line of code", "    foo\n    bar", "<pre><code>foo\nbar\n</code></pre>",
     "<pre><code>foo bar\n</code></pre>"),
    ("an indent in code", "     foo", "<pre><code> foo\n</code></pre>",
     "<pre><code>foo\n</code></pre>"),
    ("a tab in code", "    a\tb", "<pre><code>a\tb\n</code></pre>",
     "<pre><code>a b\n</code></pre>"),
    ("a target", "[foo](/url)", '<p><a href="/url">foo</a></p>',
     '<p><a href="/uri">foo</a></p>'),
    ("a target without its entity", "[foo](/&auml;)", '<p><a href="/%C3%A4">foo</a></p>',
     '<p><a href="/&amp;auml;">foo</a></p>'),
    ("a title", '[foo](/url "bar")', '<p><a href="/url" title="bar">foo</a></p>',
     '<p><a href="/url">foo</a></p>'),
    ("a picture", "![foo](/url)", '<p><img src="/url" alt="foo" /></p>',
     '<p><img src="/uri" alt="foo" /></p>'),
    ("the words for a picture", "![foo](/url)", '<p><img src="/url" alt="foo" /></p>',
     '<p><img src="/url" alt="bar" /></p>'),
    ("the title of a picture", '![foo](/url "bar")',
     '<p><img src="/url" alt="foo" title="bar" /></p>', '<p><img src="/url" alt="foo" /></p>'),
]
TABLE = ("<table><thead><tr><th>a</th><th{0}>b</th></tr></thead>"
         "<tbody><tr><td>{1}</td><td{0}>d</td></tr></tbody></table>")
DIFFERENCES += [
    ("a cell", "| a | b |\n|---|---|\n| c | d |", TABLE.format("", "c"),
     TABLE.format("", "e")),
    ("the side of a column", "| a | b |\n|---|:-:|\n| c | d |",
     TABLE.format(' align="center"', "c"), TABLE.format(' align="right"', "c")),
    ("what is in a cell", "| a | b |\n|---|---|\n| *c* | d |", TABLE.format("", "<em>c</em>"),
     TABLE.format("", "c")),
    ("a row", "| a | b |\n|---|---|\n| c | d |", TABLE.format("", "c"),
     TABLE.format("", "c").replace("</tbody>", "<tr><td></td><td></td></tr></tbody>")),
    ("a box", "- [ ] a", '<ul><li><input type="checkbox"> a</li></ul>',
     "<ul><li>a</li></ul>"),
    ("a tick", "- [x] a", '<ul><li><input checked="" type="checkbox"> a</li></ul>',
     '<ul><li><input type="checkbox"> a</li></ul>'),
    ("struck-out text", "~~a~~ b", "<p><del>a</del> b</p>", "<p>a <del>b</del></p>"),
]

# What the list says of an example, and whether that is true.
LINKED = '<p><a href="http://foo.bar">http://foo.bar</a></p>'
VERDICTS = [
    ("refused, and not listed", "<b>", "<b>", Verdict(), False),
    ("refused for its reason", "<b>", "<b>", Verdict(["html"]), True),
    ("refused for another reason", "<b>", "<b>", Verdict(["scheme"]), False),
    ("a reason too many", "<b>", "<b>", Verdict(["html", "scheme"]), False),
    ("a reason too few", "<b> <ab:c>", "<p><b></p>", Verdict(["html"]), False),
    ("refused for both its reasons", "<b> <ab:c>", "<p><b></p>",
     Verdict(["html", "scheme"]), True),
    ("listed as refused, and not refused", "foo", "<p>foo</p>", Verdict(["html"]), False),
    ("otherwise, as listed", "http://foo.bar", "<p>http://foo.bar</p>",
     Verdict(["bare-address"], LINKED), True),
    ("otherwise, and not as listed", "http://foo.baz", "<p>http://foo.baz</p>",
     Verdict(["bare-address"], LINKED), False),
    ("listed as otherwise, and as expected", "http://foo.bar", LINKED,
     Verdict(["bare-address"], LINKED), False),
]


def expect(name, judge, markdown, html, verdict, is_right):
    example = {"name": "self-test", "section": "", "markdown": markdown + "\n", "html": html}
    why = judge.why_not(example, verdict)
    if bool(why) == (not is_right):
        print(f"ok {name}")
    else:
        print(f"not ok {name}: {' '.join(why.split()) or 'nothing was found'}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(sys.argv[1], folder, MESSAGES)
        for name, markdown, right, wrong in DIFFERENCES:
            expect(f"{name}: right", judge, markdown, right, Verdict(), True)
            expect(f"{name}: wrong", judge, markdown, wrong, Verdict(), False)
        for name, markdown, html, verdict, is_right in VERDICTS:
            expect(name, judge, markdown, html, verdict, is_right)


main()
