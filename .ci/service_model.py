"""Checks task definitions against the service model of ECS, as the AWS command line does before it sends them.

Usage: service_model.py FILE...    JSON: the input of register-task-definition or what describe-task-definition prints
of one, if it has a revision; a list of them, or a document with taskDefinitions
"""
import json
import sys

from botocore.loaders import create_loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

model = ServiceModel(create_loader().load_service_model("ecs", "service-2"))
registered = model.operation_model("RegisterTaskDefinition").input_shape
described = model.shape_for("TaskDefinition")


def trouble(item):
    """What the service would say, empty when it takes it; tags are described beside the task definition."""
    if "revision" in item:
        item, shape = {key: value for key, value in item.items() if key != "tags"}, described
    else:
        shape = registered
    report = ParamValidator().validate(item, shape)
    return report.generate_report() if report.has_errors() else ""


def documents(text):
    """The objects of a text that holds one, a list of them, or one after another."""
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        if isinstance(value, dict) and "taskDefinitions" in value:
            # A whole document: its task definitions have a name in it besides.
            for task in value["taskDefinitions"]:
                yield {key: member for key, member in task.items() if key != "logicalId"}
        else:
            yield from value if isinstance(value, list) else [value]
        text = text[end:]


def refused(files):
    count = 0
    for file in files:
        with open(file, encoding="utf-8") as text:
            for found in filter(None, map(trouble, documents(text.read()))):
                count += 1
                print(f"{file}: {found}")
    return count


if not trouble({"family": "a", "containerDefinitions": [{"name": "a", "nonsense": True}]}):
    sys.exit("the service model accepts nonsense")
count = refused(sys.argv[1:])
print(f"service model: {len(sys.argv) - 1} files, {count} task definitions refused")
sys.exit(1 if count else 0)
