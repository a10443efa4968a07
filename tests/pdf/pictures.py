# SPDX-License-Identifier: MIT
"""Makes PNG files of every kind, compares pictures, looks for words that are hidden.

    pictures.py make FOLDER         NAME.png, and NAME.ppm: what is to be seen of it
    pictures.py compare WORST MEAN A B [A B ...]   PPM files; tells those unlike;
                                    A may be larger a whole number of times
    pictures.py holds FILE WORD...  the words that stand in the file, streams inflated

Written without libpng: what it decodes is checked against the standard, not itself."""
import re
import struct
import sys
import zlib

WIDTH, HEIGHT = 21, 13
GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGB_ALPHA: 4}
NAMES = {GREY: "grey", RGB: "rgb", PALETTE: "palette", GREY_ALPHA: "grey-alpha",
         RGB_ALPHA: "rgb-alpha"}
DEPTHS = {GREY: (1, 2, 4, 8, 16), RGB: (8, 16), PALETTE: (1, 2, 4, 8),
          GREY_ALPHA: (8, 16), RGB_ALPHA: (8, 16)}
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
         (1, 0, 2, 2), (0, 1, 1, 2))


def chunk(name, data):
    return (struct.pack(">I", len(data)) + name + data
            + struct.pack(">I", zlib.crc32(name + data)))


class Noise:
    """The same numbers each time."""

    def __init__(self):
        self.state = 7

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 12) % limit


# --- samples and what is seen of them -----------------------------------------------


def make_samples(kind, depth, noise):
    """Rows of pixels of samples; noise, so that no row can be taken for another."""
    top = min(1 << depth, 200 if kind == PALETTE else 1 << depth)
    rows = [[[noise.below(top) for _ in range(CHANNELS[kind])] for _ in range(WIDTH)]
            for _ in range(HEIGHT)]
    if kind in (GREY_ALPHA, RGB_ALPHA):
        for row in rows:
            row[0][-1], row[1][-1] = 0, (1 << depth) - 1
    return rows


def to_byte(sample, depth):
    return (sample * 255 * 2 + (1 << depth) - 1) // (2 * ((1 << depth) - 1))


class Scheme:
    """How samples are to be understood."""

    def __init__(self, kind, depth, clear, noise):
        self.kind, self.depth = kind, depth
        count = min(1 << depth, 200)
        self.colours = [tuple(noise.below(256) for _ in range(3)) for _ in range(count)]
        self.clear = clear  # the colour, or the alphas of the palette; None
        self.transparency = None
        if clear is not None and kind == PALETTE:
            self.clear = [noise.below(256) for _ in range(count - 1)]
            self.transparency = bytes(self.clear)
        elif clear is not None:
            self.transparency = b"".join(struct.pack(">H", c) for c in clear)

    def seen(self, pixel):
        """Red, green, blue, alpha, each below 256."""
        if self.kind == PALETTE:
            place = pixel[0]
            alpha = 255
            if self.clear is not None and place < len(self.clear):
                alpha = self.clear[place]
            return self.colours[place] + (alpha,)
        values = [to_byte(sample, self.depth) for sample in pixel]
        alpha = values.pop() if self.kind in (GREY_ALPHA, RGB_ALPHA) else 255
        if self.clear is not None and list(pixel) == list(self.clear):
            alpha = 0
        return tuple(values * 3 if len(values) == 1 else values) + (alpha,)


# --- files --------------------------------------------------------------------------


def pack_row(row, depth):
    bits = "".join(format(sample, "0%db" % depth) for pixel in row for sample in pixel)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def filter_row(kind, row, above, step):
    """The five filters of PNG 9.2, by its formulas."""
    out = bytearray([kind])
    for i, byte in enumerate(row):
        a = row[i - step] if i >= step else 0
        b = above[i] if above else 0
        c = above[i - step] if above and i >= step else 0
        p = a + b - c
        paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
        out.append((byte - (0, a, b, (a + b) // 2, paeth)[kind]) & 0xFF)
    return bytes(out)


def pack_rows(rows, kind, depth):
    step = max(1, CHANNELS[kind] * depth // 8)
    out, above = b"", None
    for y, row in enumerate(rows):
        packed = pack_row(row, depth)
        out += filter_row(y % 5, packed, above, step)
        above = packed
    return out


def pack_image(rows, kind, depth, interlaced):
    if not interlaced:
        return pack_rows(rows, kind, depth)
    out = b""
    for x, y, dx, dy in ADAM7:
        part = [row[x::dx] for row in rows[y::dy]]
        if part and part[0]:
            out += pack_rows(part, kind, depth)
    return out


def exif(orientation):
    return (b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
            + b"\0\0\0\0PLANTED-EXIF")


def plant(orientation):
    return (chunk(b"tEXt", b"Comment\0PLANTED-TEXT")
            + chunk(b"zTXt", b"Author\0\0" + zlib.compress(b"PLANTED-DEFLATED"))
            + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x>PLANTED-XMP</x>")
            + chunk(b"iCCP", b"PLANTED-PROFILE\0\0" + zlib.compress(b"PLANTED-PROFILE-DATA"))
            + chunk(b"eXIf", exif(orientation))
            + chunk(b"tIME", struct.pack(">HBBBBB", 2019, 10, 25, 13, 14, 15))
            + chunk(b"prVt", b"PLANTED-PRIVATE"))


def png(rows, kind, depth, scheme, interlaced=False, orientation=1):
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), depth, kind, 0, 0, interlaced)
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + plant(orientation)
    if kind == PALETTE:
        out += chunk(b"PLTE", b"".join(bytes(colour) for colour in scheme.colours))
    if scheme.transparency is not None:
        out += chunk(b"tRNS", scheme.transparency)
    data = zlib.compress(pack_image(rows, kind, depth, interlaced))
    for i in range(0, len(data), 100):
        out += chunk(b"IDAT", data[i:i + 100])
    return (out + chunk(b"tEXt", b"Title\0PLANTED-LATE") + chunk(b"IEND", b"")
            + b"PLANTED-BEHIND-THE-END")


def on_paper(colour):
    alpha = colour[3]
    return bytes((c * alpha + 255 * (255 - alpha) + 127) // 255 for c in colour[:3])


def ppm(rows, scheme):
    pixels = b"".join(on_paper(scheme.seen(pixel)) for row in rows for pixel in row)
    return b"P6\n%d %d\n255\n" % (len(rows[0]), len(rows)) + pixels


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def turned(rows, orientation):
    """A file's rows: its first row and first column are these sides of what is seen."""
    sides = ("TL", "TR", "BR", "BL", "LT", "RT", "RB", "LB")[orientation - 1]
    if sides[0] in "LR":
        rows = [list(column) for column in zip(*rows)]
    if sides[0] in "BR":
        rows = rows[::-1]
    return [row[::-1] for row in rows] if sides[1] in "BR" else rows


def make_all(folder):
    noise = Noise()
    for kind, depths in DEPTHS.items():
        for depth in depths:
            rows = make_samples(kind, depth, noise)
            clears = {"": None}
            if kind in (GREY, RGB, PALETTE):
                clears["-clear"] = rows[3][4]
            for word, clear in clears.items():
                scheme = Scheme(kind, depth, clear, noise)
                for interlaced in (False, True):
                    name = "%s/%s-%d%s%s" % (folder, NAMES[kind], depth, word,
                                             "-interlaced" if interlaced else "")
                    write(name + ".png", png(rows, kind, depth, scheme, interlaced))
                    write(name + ".ppm", ppm(rows, scheme))
    rows = make_samples(RGB, 8, noise)
    scheme = Scheme(RGB, 8, None, noise)
    for orientation in range(1, 9):
        name = "%s/turned-%d" % (folder, orientation)
        write(name + ".png", png(turned(rows, orientation), RGB, 8, scheme,
                                 orientation=orientation))
        write(name + ".ppm", ppm(rows, scheme))
    make_special(folder)


def make_special(folder):
    """Words in the colours of pixels that are clear, and in colours that no pixel has;
    each beside a file in which they are to be seen."""
    words = b"PLANTED-BELOW-CLEAR-PIXELS-"
    for name, alpha in ("erased", 0), ("shown", 255):
        scheme = Scheme(RGB_ALPHA, 8, None, Noise())
        rows = [[list(words[x * 3:x * 3 + 3]) + [alpha] for x in range(9)]
                + [[10 * y, 20, 30, 100] for _ in range(9)] for y in range(9)]
        write("%s/%s.png" % (folder, name), png(rows, RGB_ALPHA, 8, scheme))
        write("%s/%s.ppm" % (folder, name), ppm(rows, scheme))
    words = b"PLANTED-IN-THE-PALETTE-FOR-YOU"
    for name, first in ("unused", 110), ("used", 100):
        scheme = Scheme(PALETTE, 8, None, Noise())
        scheme.colours[100:110] = [tuple(words[i:i + 3]) for i in range(0, 30, 3)]
        rows = [[[first + x + y] for x in range(10)] for y in range(5)]
        write("%s/%s.png" % (folder, name), png(rows, PALETTE, 8, scheme))
        write("%s/%s.ppm" % (folder, name), ppm(rows, scheme))


# --- comparing and searching --------------------------------------------------------


def read_ppm(path):
    data = read(path)
    magic, width, height, _ = data.split(None, 4)[:4]
    if magic != b"P6":
        sys.exit("%s is not a PPM" % path)
    return int(width), int(height), data[len(data) - int(width) * int(height) * 3:]


def shrunk(picture, times):
    """The middle pixel of each square of pixels."""
    width, height, pixels = picture
    places = [(y * width + x) * 3 for y in range(times // 2, height, times)
              for x in range(times // 2, width, times)]
    return width // times, height // times, b"".join(pixels[i:i + 3] for i in places)


def compare(worst, mean, first, second):
    a, b = read_ppm(first), read_ppm(second)
    a = shrunk(a, max(1, a[0] // b[0]))
    if a[:2] != b[:2]:
        print("%s: %d by %d, not %d by %d" % ((second,) + a[:2] + b[:2]))
        return
    differences = [abs(x - y) for x, y in zip(a[2], b[2])]
    found = max(differences), sum(differences) / len(differences)
    if found[0] > worst or found[1] > mean:
        print("%s: pixels differ by %d at most, %.2f in the mean" % ((second,) + found))


def inflated(data):
    """What is deflated anywhere in the data, also without a frame that says so."""
    out = []
    for i in range(len(data) - 1):
        if data[i] & 0x0F == 8 and (data[i] * 256 + data[i + 1]) % 31 == 0:
            try:
                out.append(zlib.decompressobj().decompress(data[i:]))
            except zlib.error:
                pass
    return b"\n".join(out)


def hexadecimal(data):
    """What stands in the hexadecimal strings of a PDF."""
    found = (b"".join(match.split()) for match in re.findall(rb"<([0-9A-Fa-f\s]+)>", data))
    return b"\n".join(bytes.fromhex((word + b"0" * (len(word) % 2)).decode())
                      for word in found)


def holds(path, words):
    data = read(path)
    data += b"\n" + inflated(data) + b"\n" + hexadecimal(data)
    for word in words:
        if word.encode() in data:
            print(word)


if __name__ == "__main__":
    command, *rest = sys.argv[1:]
    if command == "make":
        make_all(rest[0])
    elif command == "compare":
        for pair in zip(rest[2::2], rest[3::2]):
            compare(float(rest[0]), float(rest[1]), *pair)
    elif command == "holds":
        holds(rest[0], rest[1:])
    else:
        sys.exit(__doc__)
