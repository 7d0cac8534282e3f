package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.internal.terraform.function.FileFunctions;
import io.github.ecs2k8s.internal.terraform.function.Functions;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.value.Budget;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import io.github.ecs2k8s.source.SourceFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * One Terraform configuration: the files of a directory with the modules it calls → the resources that Terraform would
 * create, as far as their values are known without it.
 */
public final class Configuration {
    private final Workshop workshop;
    private final Module root;
    private final RootVariables variables;
    private final ModuleInstance instance;

    /**
     * A configuration.
     *
     * @param files the {@code .tf} and {@code .tf.json} files of its directory
     * @param variableFiles {@code .tfvars} files, the later ones winning
     * @param folder its directory, for modules, templates and files
     * @param known what is known of the account, and the values of variables
     * @param findings receives what has no value
     * @throws BrokenInputException when a text is not of the language
     */
    public Configuration(
            List<SourceFile> files,
            List<SourceFile> variableFiles,
            SourceFolder folder,
            TemplateValues known,
            Findings findings) {
        Notices notices = new Notices(findings);
        this.workshop = new Workshop(new ModuleFiles(folder), known, notices, evaluator(folder, notices));
        this.root = ModuleFiles.parse(files);
        this.variables = RootVariables.of(variableFiles, known.variables(), workshop);
        this.instance = ModuleInstance.root(root, variables, workshop);
    }

    private static Evaluator evaluator(SourceFolder folder, Notices notices) {
        Budget budget = new Budget();
        Evaluator[] self = new Evaluator[1];
        FileFunctions files = new FileFunctions(
                folder, (template, variables) -> self[0].evaluate(template, (name, place) -> variables.get(name)));
        Evaluator evaluator =
                new Evaluator(new Functions(files, (place, reference) -> notices.leftOut(reference, place)), budget);
        self[0] = evaluator;
        return evaluator;
    }

    /** The sources of modules that files call by their path. */
    public static List<String> localModules(List<SourceFile> files) {
        List<String> sources = new ArrayList<>();
        for (Body.Block call : ModuleFiles.parse(files).calls().values()) {
            String source = ModuleCalls.source(call);
            if (ModuleFiles.isLocal(source)) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** What is known of the account when the configuration has been read: what the user says, or its provider block. */
    public TemplateValues account() {
        Account account = Account.of(instance, workshop);
        TemplateValues known = workshop.known();
        return new TemplateValues(
                known.parameters(), known.imports(), account.region(), account.id(), known.variables());
    }

    /**
     * All resources and data sources of some types, modules included, sorted by their addresses.
     *
     * @param types the types whose values are needed; others come without
     * @throws BrokenInputException when values refer to themselves, or there is no end to them
     */
    public List<TerraformResource> resources(Predicate<String> types) {
        try {
            List<TerraformResource> resources = new ArrayList<>();
            new ResourceGatherer(types, workshop).gather(instance, resources);
            variables.sayUnused(root);
            resources.sort(Comparator.comparing(TerraformResource::address));
            return resources;
        } catch (StackOverflowError e) {
            throw new BrokenInputException(root.location(), "the configuration's values are nested too deeply", null);
        }
    }
}
