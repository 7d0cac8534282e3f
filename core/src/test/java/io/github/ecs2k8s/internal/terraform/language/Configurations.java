package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.CompactJson;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.SourceFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Configurations written down in a test. */
final class Configurations {
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final Findings findings = new Findings();
    private String region;
    private String account;

    /** A configuration of one file. */
    static Configurations of(String... lines) {
        return new Configurations().file("main.tf", lines);
    }

    Configurations file(String path, String... lines) {
        files.put(path, String.join("\n", lines) + "\n");
        return this;
    }

    Configurations variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Configurations in(String ofRegion, String ofAccount) {
        region = ofRegion;
        account = ofAccount;
        return this;
    }

    /** Every resource as its address, a blank and its values as JSON. */
    List<String> resources() {
        List<SourceFile> sources = new ArrayList<>();
        List<SourceFile> values = new ArrayList<>();
        files.forEach((path, text) -> {
            if (path.indexOf('/') < 0 && (path.endsWith(".tf") || path.endsWith(".tf.json"))) {
                sources.add(new SourceFile(path, text));
            } else if (path.endsWith(".tfvars") || path.endsWith(".tfvars.json")) {
                values.add(new SourceFile(path, text));
            }
        });
        TemplateValues known = new TemplateValues(Map.of(), Map.of(), region, account, variables);
        List<String> resources = new ArrayList<>();
        for (TerraformResource resource :
                new Configuration(sources, values, SourceFolder.of(files), known, findings).resources(type -> true)) {
            resources.add(resource.address() + " " + CompactJson.write(resource.values()));
        }
        return resources;
    }

    /** What was said, each as place, code and message. */
    List<String> findings() {
        List<String> said = new ArrayList<>();
        for (Finding finding : findings.sorted()) {
            said.add(finding.location() + " " + finding.code() + " " + finding.message());
        }
        return said;
    }
}
