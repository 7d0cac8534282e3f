"""Checks what was written for ECS: calls against the service models of AWS, templates with cfn-lint.

Usage: ecs_output.py FOLDER    holds a folder for each input: api/ with the calls and their README, template.yaml, input
"""
import json
import pathlib
import re
import subprocess
import sys

from botocore import xform_name
from botocore.loaders import create_loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

CALL = re.compile(r"aws (\S+) (\S+) --cli-input-json (?:file://(\S+)|\\\n    \"\$\(envsubst '[^']*' < (\S+)\)\")")
# The CLI makes them up by itself: tokens against doing a thing twice.
TOKENS = ("ClientToken", "CreationToken", "clientToken")
# An unresolved list of the input, ports that the input itself gives two values for, a container that the input leaves
# without an image, and a kind of resource that is newer than the linter.
TOLERATED = (":E3680:", ":E3053:", "'Image' is a required property", "'NeuronDevice' is not one of")

loader = create_loader()
services = {}


def shape(service, operation):
    """The input of an operation in the CLI's words; None where the service has none of that name."""
    if service not in services:
        model = ServiceModel(loader.load_service_model(service, "service-2"))
        services[service] = model, {xform_name(name, "-"): name for name in model.operation_names}
    model, names = services[service]
    return model.operation_model(names[operation]).input_shape if operation in names else None


def trouble(service, operation, body):
    """What the service would say before it looks at anything in the account."""
    expected = shape(service, operation)
    if expected is None:
        return [f"there is no {service} {operation}"]
    report = ParamValidator().validate(body, expected)
    lines = report.generate_report().splitlines() if report.has_errors() else []
    return [line for line in lines if not line.endswith(tuple(f'"{token}"' for token in TOKENS))]


def calls(folder):
    """The calls of one README; every file has to be in it, and in order."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    found = [(call[1], call[2], call[3] or call[4]) for call in CALL.finditer(text)]
    files = sorted(path.name for path in folder.glob("*.json"))
    if [file for _, _, file in found] != files:
        yield "README.md does not run every file once, in order"
    for service, operation, file in found:
        body = json.loads((folder / file).read_text(encoding="utf-8"))
        yield from (f"{file}: {line}" for line in trouble(service, operation, body))
    syntax = subprocess.run(
        ["sh", "-n"], input="\n".join(re.findall(r"```sh\n(.*?)```", text, re.S)), capture_output=True, text=True
    )
    yield from syntax.stderr.splitlines()


def lint(folders):
    """What the linter says of all templates, but for values that the input itself has wrong."""
    templates = [str(folder / "template.yaml") for folder in folders]
    linter = pathlib.Path(sys.executable).with_name("cfn-lint")
    for start in range(0, len(templates), 50):
        run = subprocess.run(
            [str(linter), "--format", "parseable", "--", *templates[start : start + 50]], capture_output=True, text=True
        )
        for line in run.stdout.splitlines():
            path = pathlib.Path(line.split(":", 1)[0])
            source = (path.parent / "input").read_text(encoding="utf-8").lower()
            quoted = re.search(r"'([^']*)'|\"([^\"]*)\"", line)
            value = (quoted[1] or quoted[2] or "") if quoted else ""
            inherited = bool(value) and value.lower() in source and "is a required property" not in line
            if not inherited and not any(known in line for known in TOLERATED):
                yield line


if not trouble("ecs", "create-service", {"serviceName": "a", "nonsense": True}):
    sys.exit("the service model accepts nonsense")
root = pathlib.Path(sys.argv[1])
folders = sorted(path.parent for path in root.glob("*/template.yaml"))
refused = [f"{folder.name}: {line}" for folder in folders for line in calls(folder / "api")]
found = list(lint(folders))
for line in (refused + found)[:50]:
    print(line)
count = len(list(root.glob("*/api/*.json")))
print(f"{len(folders)} inputs, {count} calls: {len(refused)} refused; templates: {len(found)} findings of the linter")
sys.exit(1 if refused or found or not folders else 0)
