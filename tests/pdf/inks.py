"""Compares the pictures of a PDF that are in four inks, sample by sample.

usage: inks.py FILE.pdf
Prints a line for each that differs from the first by more than a second JPEG coding does,
and one if there are fewer than two."""

import json
import subprocess
import sys

ALLOWED = 6  # mean difference of samples


def samples(pdf, number):
    return subprocess.run(['qpdf', f'--show-object={number}', '--filtered-stream-data', pdf],
                          capture_output=True, check=True).stdout


def main():
    pdf = sys.argv[1]
    objects = json.loads(subprocess.run(['qpdf', '--json=2', pdf], capture_output=True,
                                        check=True).stdout)['qpdf'][1]
    pictures = []
    for name, item in objects.items():
        entries = item.get('stream', {}).get('dict', {})
        if entries.get('/Subtype') == '/Image' and entries.get('/ColorSpace') == '/DeviceCMYK':
            pictures.append((name, samples(pdf, name.split(':')[1].split()[0])))
    first = pictures[0][1] if pictures else b''
    for name, data in pictures:
        mean = sum(abs(a - b) for a, b in zip(first, data)) / max(len(first), 1)
        if len(data) != len(first) or mean > ALLOWED:
            print(f'{name}: {len(data)} samples, {len(first)} in the first; differs by {mean:.1f}')
    if len(pictures) < 2:
        print(f'there are {len(pictures)} pictures in inks')


main()
