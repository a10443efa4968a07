#!/usr/bin/env python3
"""copies.py DUMP PAGE.pbm...: the bars that are told apart in black and white pixels.

DUMP is what `taqrir build --stop-after=pages` printed, PAGE.pbm the same pages as a copier sees
them: pixels that are black or white (PBM, P4). A bar is a box of a figure that is filled, with white
where it has a pattern. Two bars look alike unless one has more ink by 12 in a hundred, or its lines
run otherwise. Prints a line for each kind of bar of each page."""

import re
import sys

LEAST_INK = 0.12
LEAST_LEAN = 0.08
SIDE = 6  # pt: what is smaller is no bar


def read_pbm(path):
    data = open(path, "rb").read()
    head = re.match(rb"P4\s+(\d+)\s+(\d+)\s", data)
    width, height = int(head[1]), int(head[2])
    row = (width + 7) // 8
    return width, height, row, data[head.end():]


def pixel(image, x, y):
    width, height, row, data = image
    if not (0 <= x < width and 0 <= y < height):
        return 0
    return data[y * row + x // 8] >> (7 - x % 8) & 1


def boxes(dump):
    """For each page, the boxes of bars [pt]."""
    pages = []
    for line in open(dump, encoding="utf-8"):
        if line.startswith("page "):
            pages.append([])
        found = re.match(r"  rectangle ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) #\w+ Figure", line)
        if found and pages:
            x0, y0, x1, y1 = (float(found[i]) for i in range(1, 5))
            if x1 - x0 > 4 * SIDE and y1 - y0 > SIDE:
                pages[-1].append((x0, y0, x1, y1))
    return pages


def look(image, box, scale):
    """Ink, and how much more pixels are like those along one diagonal than along the other, and
    like those beside them than like those below."""
    x0, y0, x1, y1 = (round(value * scale) for value in box)
    xs, ys = range(x0 + 4, x1 - 6), range(y0 + 4, y1 - 6)
    ink = rising = falling = level = upright = count = 0
    for y in ys:
        for x in xs:
            here = pixel(image, x, y)
            ink += here
            count += 1
            falling += here == pixel(image, x + 2, y + 2)
            rising += here == pixel(image, x + 2, y - 2)
            level += here == pixel(image, x + 2, y)
            upright += here == pixel(image, x, y + 2)
    return ink / count, (rising - falling) / count, (level - upright) / count


def alike(a, b):
    return (abs(a[0] - b[0]) < LEAST_INK and abs(a[1] - b[1]) < LEAST_LEAN and
            abs(a[2] - b[2]) < LEAST_LEAN)


def main():
    for bars, path in zip(boxes(sys.argv[1]), sys.argv[2:]):
        image = read_pbm(path)
        kinds = []
        for box in bars:
            seen = look(image, box, image[0] / 595.276)
            if not any(alike(seen, kind) for kind in kinds):
                kinds.append(seen)
        for kind in kinds:
            print("%s: ink %.2f lean %+.2f level %+.2f" % ((path,) + kind))


main()
