package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.internal.write.ApiNaming;
import io.github.ecs2k8s.internal.write.LogicalIds;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.source.JsonPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bundle as calls of the AWS CLI: one file for each, numbered in the order to run, and how to run them.
 *
 * @param calls the calls in order
 * @param readme the commands, in Markdown
 */
public record ApiOutput(List<ApiCall> calls, String readme) {

    /** The calls that create everything in a bundle. */
    public static ApiOutput of(EcsBundle bundle) {
        Parts parts = Parts.of(bundle, new ApiNaming());
        List<DraftCall> drafts = new ApiCalls(parts).drafts();
        Variables variables = new Variables(parts, drafts);
        List<ApiCall> calls = new ArrayList<>(drafts.size());
        for (DraftCall draft : drafts) {
            List<String> used = new ArrayList<>();
            Map<String, Object> body = variables.replace(draft.body(), used);
            String file = file(calls.size() + 1, drafts.size(), draft);
            calls.add(new ApiCall("aws " + draft.operation(), file, body, used, draft.part(), draft.creates()));
        }
        return new ApiOutput(List.copyOf(calls), new ApiReadme(calls, variables.all(), parts.defaults()).text());
    }

    /** The files by name, with the README after the calls. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (ApiCall call : calls) {
            files.put(call.file(), JsonPrinter.print(call.body()));
        }
        files.put("README.md", readme);
        return files;
    }

    /** {@code 07-create-service-web.json}. */
    private static String file(int number, int count, DraftCall draft) {
        int digits = Math.max(2, String.valueOf(count).length());
        String padded = "0".repeat(Math.max(0, digits - String.valueOf(number).length())) + number;
        String operation = draft.operation().substring(draft.operation().indexOf(' ') + 1);
        String name = LogicalIds.kebab(draft.part().name());
        String cut = name.length() > 80 ? name.substring(0, 80) : name;
        return padded + "-" + operation + (cut.isEmpty() ? "" : "-" + cut) + ".json";
    }
}
