"""Checks task definitions against the service model of ECS, as the AWS command line does before it sends them.

Usage: service_model.py FILE...    JSON: the input of register-task-definition or what describe-task-definition prints
of one, if it has a revision; or a list of them
"""
import json
import sys

from botocore.loaders import create_loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

model = ServiceModel(create_loader().load_service_model("ecs", "service-2"))
registered = model.operation_model("RegisterTaskDefinition").input_shape
described = model.shape_for("TaskDefinition")


def troubles(value):
    for item in value if isinstance(value, list) else [value]:
        report = ParamValidator().validate(item, described if "revision" in item else registered)
        if report.has_errors():
            yield report.generate_report()


def refused(files):
    count = 0
    for file in files:
        with open(file, encoding="utf-8") as text:
            for trouble in troubles(json.load(text)):
                count += 1
                print(f"{file}: {trouble}")
    return count


if not list(troubles({"family": 1, "containerDefinitions": [{"name": "a", "nonsense": True}]})):
    sys.exit("the service model accepts nonsense")
count = refused(sys.argv[1:])
print(f"service model: {len(sys.argv) - 1} files, {count} task definitions refused")
sys.exit(1 if count else 0)
