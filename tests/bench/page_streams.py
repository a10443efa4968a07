#!/usr/bin/env python3
"""Writes the page streams of a PDF, inflated, each after a line with its length.
usage: page_streams.py PDF > STREAMS"""
import base64
import json
import subprocess
import sys

command = ["qpdf", "--json-output", "--json-stream-data=inline",
           "--decode-level=generalized", sys.argv[1], "-"]
objects = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
objects = objects["qpdf"][1]
for value in objects.values():
    page = value.get("value")
    if not isinstance(page, dict) or page.get("/Type") != "/Page":
        continue
    contents = page["/Contents"]
    for reference in contents if isinstance(contents, list) else [contents]:
        data = base64.b64decode(objects["obj:" + reference]["stream"]["data"])
        sys.stdout.buffer.write(b"%d\n" % len(data) + data)
