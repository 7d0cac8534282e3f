package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PartKind;
import io.github.ecs2k8s.source.JsonPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The commands that run the calls: first what the account has to give, then one block for each call. */
final class ApiReadme {
    private final List<ApiCall> calls;
    private final List<Variable> variables;
    private final Map<String, String> defaults;
    private final HookCommands hooks;
    private final StringBuilder text = new StringBuilder();

    /** The commands for some calls; {@code defaults} has what references mean where nobody says otherwise. */
    ApiReadme(List<ApiCall> calls, List<Variable> variables, Map<String, String> defaults) {
        this.calls = calls;
        this.hooks = new HookCommands(calls);
        this.variables = variables;
        this.defaults = defaults;
    }

    String text() {
        text.append("# Commands in the order to run them\n\n")
                .append(
                        "Each file is the `--cli-input-json` of one call of the AWS CLI (version 2). `envsubst`, which is\n")
                .append("part of GNU gettext, puts values that only become known on the way into the files.\n");
        account();
        text.append("\n## Calls\n\n```sh\nset -e\n\n");
        for (ApiCall call : calls) {
            call(call);
        }
        text.append("```\n");
        secrets();
        return text.toString();
    }

    /** What the account has: to be filled in by whoever runs the commands. */
    private void account() {
        List<Variable> own = new ArrayList<>();
        for (Variable variable : variables) {
            if (variable.answer().kind() == ReferenceAnswer.Kind.UNKNOWN) {
                own.add(variable);
            }
        }
        if (own.isEmpty()) {
            return;
        }
        text.append("\n## What belongs to the account\n\nFill these in first.\n\n```sh\n");
        for (Variable variable : own) {
            text.append("export ").append(variable.name()).append('=').append(initial(variable));
            text.append("  # ").append(describe(variable)).append('\n');
        }
        for (Variable variable : own) {
            if (variable.isList()) {
                // The variable stands between the quotes of one element: what joins several closes and opens them.
                String name = variable.name();
                text.append(name).append("=$(printf %s \"$").append(name).append("\" | sed 's/,/\",\"/g')\n");
            }
        }
        text.append("```\n");
    }

    private String initial(Variable variable) {
        String known = defaults.get(variable.reference());
        if (known != null) {
            // envsubst puts it between the quotes of a JSON text.
            return Shell.word(JsonPrinter.inQuotes(known));
        }
        return switch (variable.reference()) {
            case "ClusterName" -> "default";
            case "AWS::Region" -> "\"$(aws configure get region)\"";
            case "AWS::AccountId" -> "\"$(aws sts get-caller-identity --query Account --output text)\"";
            default -> "";
        };
    }

    private String describe(Variable variable) {
        if (defaults.containsKey(variable.reference())) {
            return "the ECS cluster; it has to exist";
        }
        String what = words(variable.use());
        return switch (variable.reference()) {
            case "AWS::Region" -> "the region";
            case "AWS::AccountId" -> "the account";
            case "VpcId" -> "the VPC";
            case "ClusterName" -> "the ECS cluster; it has to exist";
            case "FileSystemId" -> "the EFS file system, with mount targets in the subnets";
            case "SubnetIds" -> "subnets from which tasks reach their images' registries, with commas between them";
            case "PublicSubnetIds" -> "public subnets for load balancers, with commas between them";
            default -> variable.isList() ? "all of the " + what + ", with commas between them" : "for " + what;
        };
    }

    /** {@code security groups} for {@code securityGroups}, {@code VPC} for {@code VpcId}. */
    private static String words(String member) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < member.length(); i++) {
            // A key of the user's own may hold anything, a line break that ends the comment among it.
            char c = Character.isLetterOrDigit(member.charAt(i)) ? member.charAt(i) : ' ';
            boolean start = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(member.charAt(i - 1));
            words.append(start ? " " : "").append(c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private void call(ApiCall call) {
        String command = call.command() + " --cli-input-json " + input(call);
        Map<String, String> queries = call.creates() ? queries(call.part()) : Map.of();
        if (HookCommands.isHook(call)) {
            text.append(hooks.run(call, command));
        } else if (call.part().kind() == PartKind.CLOUD_MAP_NAMESPACE) {
            namespace(command, queries);
        } else if (queries.isEmpty()) {
            text.append(command).append('\n');
        } else if (queries.size() == 1) {
            queries.forEach((variable, query) -> text.append(variable)
                    .append("=$(")
                    .append(command)
                    .append(" \\\n    --query ")
                    .append(Shell.word(query))
                    .append(" --output text)\nexport ")
                    .append(variable)
                    .append('\n'));
        } else {
            several(command, queries);
        }
        if (call.creates()) {
            derived(call.part());
        }
        text.append('\n');
    }

    private static String input(ApiCall call) {
        if (call.variables().isEmpty()) {
            return "file://" + call.file();
        }
        StringBuilder names = new StringBuilder();
        for (String variable : call.variables()) {
            names.append(names.isEmpty() ? "" : " ")
                    .append("${")
                    .append(variable)
                    .append('}');
        }
        return "\\\n    \"$(envsubst '" + names + "' < " + call.file() + ")\"";
    }

    /** Variable → query on the output of the call that creates a part. */
    private Map<String, String> queries(Part part) {
        Map<String, String> queries = new LinkedHashMap<>();
        for (Variable variable : variables) {
            if (part.equals(variable.part()) && variable.answer().kind() == ReferenceAnswer.Kind.QUERY) {
                queries.put(variable.name(), variable.answer().text());
            }
        }
        return queries;
    }

    private void several(String command, Map<String, String> queries) {
        String names = String.join(" ", queries.keySet());
        text.append("VALUES=$(").append(command).append(" \\\n    --query '[");
        text.append(String.join(", ", queries.values())).append("]' --output text)\n");
        text.append("read -r ")
                .append(names)
                .append(" <<EOF\n$VALUES\nEOF\nexport ")
                .append(names)
                .append('\n');
    }

    /** Creating a namespace takes a while, and only then it has an id. */
    private void namespace(String command, Map<String, String> queries) {
        String operation = "aws servicediscovery get-operation --operation-id \"$OPERATION\" --query ";
        text.append("OPERATION=$(").append(command).append(" \\\n    --query OperationId --output text)\n");
        text.append("until [ \"$(")
                .append(operation)
                .append("Operation.Status --output text)\" = SUCCESS ]; do sleep 5; done\n");
        queries.forEach((variable, query) -> text.append(variable)
                .append("=$(")
                .append(operation)
                .append(query)
                .append(" --output text)\nexport ")
                .append(variable)
                .append('\n'));
    }

    private void derived(Part part) {
        String arn = "";
        for (Variable variable : variables) {
            boolean whole = part.equals(variable.part()) && variable.reference().equals(part.logicalId());
            arn = whole ? variable.name() : arn;
        }
        for (Variable variable : variables) {
            if (!part.equals(variable.part())) {
                continue;
            }
            if (variable.answer().kind() == ReferenceAnswer.Kind.END_OF_ARN) {
                text.append("export ").append(variable.name()).append("=\"${").append(arn);
                text.append(variable.answer().text()).append("}\"\n");
            } else if (variable.answer().kind() == ReferenceAnswer.Kind.COMMAND) {
                text.append(variable.name())
                        .append("=$(")
                        .append(variable.answer().text())
                        .append(")\nexport ");
                text.append(variable.name()).append('\n');
            }
        }
    }

    private void secrets() {
        boolean first = true;
        for (ApiCall call : calls) {
            if (call.part().kind() != PartKind.SECRET || !call.creates()) {
                continue;
            }
            if (first) {
                text.append(
                        "\n## Secrets\n\nThey are created without a value; tasks that read them wait for one:\n\n```sh\n");
                first = false;
            }
            text.append("aws secretsmanager put-secret-value --secret-id ")
                    .append(Shell.word(String.valueOf(call.body().get("Name"))))
                    .append(" --secret-string file://VALUE\n");
        }
        text.append(first ? "" : "```\n");
    }
}
