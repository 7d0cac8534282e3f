"""Copies a folder, with the keys of every object in another order. Usage: shuffle-keys.py FROM TO

YAML whose documents are Kubernetes objects is written as JSON, where PyYAML is there. What is no JSON otherwise, or
repeats a key, is copied as it is.
"""
import json
import pathlib
import random
import sys


try:
    import yaml
except ImportError:
    yaml = None


class RepeatedKey(ValueError):
    pass


def to_object(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise RepeatedKey
    pairs = list(pairs)
    random.shuffle(pairs)
    return dict(pairs)


def shuffled(value):
    if isinstance(value, dict):
        return to_object([(key, shuffled(inner)) for key, inner in value.items()])
    return [shuffled(item) for item in value] if isinstance(value, list) else value


def manifests(text):
    """The documents as JSON, one after the other; None when they are something else."""
    if yaml is None or "apiVersion" not in text:
        return None
    try:
        documents = [document for document in yaml.load_all(text, StringLoader) if document is not None]
    except yaml.YAMLError:
        return None
    if not all(isinstance(document, dict) and "kind" in document for document in documents):
        return None
    return "\n".join(json.dumps(shuffled(document), indent=1) for document in documents)


if yaml is not None:

    class StringLoader(yaml.SafeLoader):
        """Leaves dates and words like yes as they are written."""

    StringLoader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


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
        text = manifests(file.read_text(encoding="utf-8", errors="replace"))
        if text is None:
            copy.write_bytes(file.read_bytes())
        else:
            copy.write_text(text, encoding="utf-8")
