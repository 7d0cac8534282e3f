package io.github.ecs2k8s.internal.behaviour;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.Extensions;
import io.github.ecs2k8s.ResultFilter;
import io.github.ecs2k8s.Translator;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.glossary.Area;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Translations whose results are broken on purpose, and what the checks of behaviour say of them. */
final class Mutants {
    private Mutants() {}

    /** What is said where the objects are changed after the rooms have made them. */
    static List<String> toKubernetes(String ecs, Consumer<List<HasMetadata>> change) {
        return toKubernetes(ecs, TranslationOptions.DEFAULT, change);
    }

    /** The same with options. */
    static List<String> toKubernetes(String ecs, TranslationOptions options, Consumer<List<HasMetadata>> change) {
        ResultFilter filter = new ResultFilter() {
            @Override
            public List<HasMetadata> kubernetes(List<HasMetadata> objects) {
                List<HasMetadata> changed = new ArrayList<>(objects);
                change.accept(changed);
                return changed;
            }
        };
        return said(new Translator(options, Extensions.NONE.withFilter(filter))
                .toKubernetes(List.of(new SourceFile("in.yaml", ecs)))
                .findings());
    }

    /** What is said where the bundle is changed after the rooms have made it. */
    static List<String> toEcs(String manifests, UnaryOperator<EcsBundle> change) {
        ResultFilter filter = new ResultFilter() {
            @Override
            public EcsBundle ecs(EcsBundle bundle) {
                return change.apply(bundle);
            }
        };
        return said(new Translator(TranslationOptions.DEFAULT, Extensions.NONE.withFilter(filter))
                .toEcs(List.of(new SourceFile("in.yaml", manifests)))
                .findings());
    }

    private static List<String> said(List<Finding> findings) {
        List<String> said = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.code().area() == Area.BEHAVIOUR) {
                said.add(finding.pointer() + " " + finding.code() + ": " + finding.message());
            }
        }
        return said;
    }

    /** The only object of a class. */
    static <T> T only(Class<T> type, List<HasMetadata> objects) {
        return objects.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A bundle with each resource of a model changed; one that becomes null is left out. */
    static <T> EcsBundle change(Class<T> model, EcsBundle bundle, UnaryOperator<T> change) {
        List<Resource<?>> changed = new ArrayList<>();
        for (Resource<?> resource : bundle.resources().all()) {
            if (!model.isInstance(resource.value())) {
                changed.add(resource);
                continue;
            }
            T value = change.apply(model.cast(resource.value()));
            if (value != null) {
                changed.add(new Resource<>(resource.kind(), value, resource.node(), resource.logicalId()));
            }
        }
        return new EcsBundle(
                bundle.taskDefinitions(), new Resources(changed), bundle.parameterTypes(), bundle.environmentFiles());
    }

    /** A bundle with every task definition changed. */
    static EcsBundle changeTasks(EcsBundle bundle, UnaryOperator<TaskDefinition> change) {
        List<TaskDefinitionSource> changed = new ArrayList<>();
        for (TaskDefinitionSource task : bundle.taskDefinitions()) {
            changed.add(new TaskDefinitionSource(
                    change.apply(task.definition()), task.tags(), task.node(), task.tagsNode(), task.logicalId()));
        }
        return new EcsBundle(changed, bundle.resources(), bundle.parameterTypes(), bundle.environmentFiles());
    }
}
