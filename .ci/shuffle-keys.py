"""Copies a folder, with the keys of every JSON object in another order. Usage: shuffle-keys.py FROM TO

What is no JSON, or repeats a key, is copied as it is.
"""
import json
import pathlib
import random
import sys


class RepeatedKey(ValueError):
    pass


def to_object(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise RepeatedKey
    pairs = list(pairs)
    random.shuffle(pairs)
    return dict(pairs)


random.seed(1)
source, target = map(pathlib.Path, sys.argv[1:])
for file in sorted(source.rglob("*")):
    if not file.is_file():
        continue
    copy = target / file.relative_to(source)
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        document = json.loads(file.read_bytes(), object_pairs_hook=to_object)
        copy.write_text(json.dumps(document, indent=1, ensure_ascii=False), encoding="utf-8")
    except ValueError:
        copy.write_bytes(file.read_bytes())
