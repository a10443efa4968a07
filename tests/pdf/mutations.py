"""Damages PDF files in many ways and sees that `taqrir preflight` comes to a plain end.

usage: mutations.py TAQRIR FILE.pdf..."""

import random
import re
import subprocess
import sys

COPIES = 150  # of each file
TOKENS = [b'<<', b'>>', b'[', b']', b'(', b')', b'1 0 R', b'-1', b'99999999999', b'/Kids',
          b'/Length', b'/Prev 9', b'obj', b'stream', b'endstream', b'/Indexed', b'Do', b'BI ', b'q ']
PLACES = re.compile(rb'obj|<<|xref|trailer|/W |/Kids|/Length|Do|/Filter')


def damage(chance, data):
    places = [found.start() for found in PLACES.finditer(data)]
    data = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(len(data))
        if chance.random() < 0.6:
            at = min(len(data) - 1, chance.choice(places) + chance.randrange(60))
        kind = chance.randrange(4)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            token = chance.choice(TOKENS)
            data[at:at + len(token)] = token
        elif kind == 2:
            del data[at:at + chance.randrange(1, 30)]
        else:
            start = chance.randrange(len(data))
            data[at:at] = data[start:start + chance.randrange(1, 60)]
    return bytes(data)


def main():
    taqrir, files = sys.argv[1], sys.argv[2:]
    chance = random.Random(4)
    ends = set()
    for name in files:
        with open(name, 'rb') as file:
            data = file.read()
        for copy in range(COPIES):
            with open('mutation.pdf', 'wb') as file:
                file.write(damage(chance, data))
            end = subprocess.run([taqrir, 'preflight', 'mutation.pdf'], capture_output=True,
                                 timeout=60, check=False).returncode
            ends.add(end)
            if end not in (0, 1, 3):
                print(f'copy {copy} of {name}: status {end}')
    if ends < {0, 1, 3}:
        print(f'too little was damaged: {ends}')


main()
