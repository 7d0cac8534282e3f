package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.report.Report;
import io.github.ecs2k8s.source.JsonPrinter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * The {@code --report} of a run, for programs: findings, and for every populated value of the input how it was carried and
 * where it went. Values themselves are not in it.
 */
record ReportFile(Path path) {
    private static final String JSON = "json=";

    /** Reads {@code json=FILE}. */
    static ReportFile parse(String value) {
        if (!value.startsWith(JSON) || value.length() == JSON.length()) {
            throw new TypeConversionException("'" + value + "' is not json=FILE");
        }
        try {
            return new ReportFile(Path.of(value.substring(JSON.length())));
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + value + "' names no file: " + e.getReason());
        }
    }

    /** Writes the report on these conversions. */
    void write(List<Converted> conversions) throws Failure {
        AtomicFiles.write(path, json(conversions));
    }

    private static String json(List<Converted> conversions) {
        Summary summary = Summary.NOTHING;
        List<Object> findings = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Converted converted : conversions) {
            summary = summary.plus(converted.summary());
            for (Finding finding : converted.findings()) {
                findings.add(tree(finding));
            }
            for (Report.Leaf leaf : converted.report().leaves()) {
                values.add(tree(leaf));
            }
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("summary", tree(summary));
        report.put("findings", findings);
        report.put("values", values);
        return JsonPrinter.print(report);
    }

    private static Map<String, Object> tree(Summary summary) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("exact", summary.exact());
        tree.put("approximate", summary.approximate());
        tree.put("untranslatable", summary.untranslatable());
        tree.put("errors", summary.errors());
        tree.put("warnings", summary.warnings());
        return tree;
    }

    private static Map<String, Object> tree(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", finding.code().toString());
        tree.put("severity", finding.severity().toString());
        place(tree, finding.location(), finding.pointer());
        tree.put("message", finding.message());
        putUnlessNull(tree, "hint", finding.hint());
        putUnlessNull(tree, "term", finding.term());
        return tree;
    }

    private static Map<String, Object> tree(Report.Leaf leaf) {
        Map<String, Object> tree = new LinkedHashMap<>();
        place(tree, leaf.location(), leaf.pointer());
        tree.put("fidelity", leaf.fidelity().toString());
        putUnlessNull(tree, "term", leaf.term());
        putUnlessNull(tree, "destination", leaf.destination());
        return tree;
    }

    private static void place(Map<String, Object> tree, SourceLocation location, String pointer) {
        tree.put("file", location.file());
        tree.put("line", location.line());
        tree.put("column", location.column());
        tree.put("pointer", pointer);
    }

    private static void putUnlessNull(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value.toString());
        }
    }
}
