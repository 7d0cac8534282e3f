package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.SourceFolder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says which files in the directory of a Terraform configuration would be inputs of their own, were it not for that: what the
 * configuration reads itself belongs to it, anything else has to be named.
 */
final class BesideConfiguration {
    private static final int SHOWN = 3;

    private BesideConfiguration() {}

    /** The findings of a translation and those about files that it left out, by their places. */
    static List<Finding> added(List<SourceFile> inputs, List<Finding> findings) {
        Set<SourceFolder> folders = new LinkedHashSet<>();
        inputs.forEach(input -> folders.add(input.folder()));
        List<Finding> all = new ArrayList<>(findings);
        for (SourceFolder folder : folders) {
            List<String> left = folder instanceof ConfigurationFolder configuration
                    ? configuration.leftOut(
                            inputs.stream().map(SourceFile::name).toList())
                    : List.of();
            if (!left.isEmpty()) {
                all.add(finding(left));
            }
        }
        all.sort(Finding.BY_PLACE);
        return all;
    }

    private static Finding finding(List<String> left) {
        String more = left.size() > SHOWN ? " and " + (left.size() - SHOWN) + " more" : "";
        String files = String.join(", ", left.subList(0, Math.min(SHOWN, left.size()))) + more;
        return new Finding(
                FindingCode.BESIDE_CONFIGURATION,
                "",
                new SourceLocation(left.get(0), 0, 0),
                "the Terraform configuration beside it does not read " + files + "; not translated",
                "name what is to be translated",
                null);
    }
}
