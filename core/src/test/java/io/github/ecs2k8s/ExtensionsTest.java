package io.github.ecs2k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.EcsForm;
import io.github.ecs2k8s.options.KubernetesForm;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an embedder can add to a translation, and that both directions give the same kind of result. */
class ExtensionsTest {
    private static final List<SourceFile> TASK = List.of(new SourceFile("bakery.json", """
            {"family": "bakery", "containerDefinitions": [{"name": "oven", "image": "example/oven:2", "memory": 128,
              "secrets": [{"name": "RECIPE", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/bakery/recipe"}]}]}
            """));

    private static final List<SourceFile> MANIFEST = List.of(new SourceFile("bakery.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: bakery
            spec:
              selector:
                matchLabels:
                  app: bakery
              template:
                metadata:
                  labels:
                    app: bakery
                spec:
                  containers:
                    - name: oven
                      image: example/oven:2
            """));

    /** Marks every workload, and every service, with who pays for it. */
    private static final class CostCenters implements LaunchCorrespondence {
        @Override
        public Term term() {
            return Term.TAG;
        }

        @Override
        public List<OwnedField> ecs() {
            return List.of();
        }

        @Override
        public List<OwnedField> kubernetes() {
            return List.of();
        }

        @Override
        public void toKubernetes(LaunchToKubernetes context) {
            context.annotate("example.com/cost-center", "4711");
        }

        @Override
        public void toEcs(LaunchToEcs context) {
            if (context.service() != null) {
                context.service().propagateTags("SERVICE");
            }
        }
    }

    private static Translator with(Extensions extensions) {
        return new Translator(TranslationOptions.DEFAULT, extensions);
    }

    @Test
    void a_room_of_ones_own_is_asked_in_both_directions() {
        Translator translator = with(Extensions.NONE.withRoom(new CostCenters()));
        assertThat(translator.toKubernetes(TASK).yaml()).contains("example.com/cost-center: \"4711\"");
        assertThat(translator.toEcs(MANIFEST).text(EcsForm.API)).contains("\"propagateTags\": \"SERVICE\"");
        assertThat(with(Extensions.NONE).toKubernetes(TASK).yaml()).doesNotContain("cost-center");
    }

    @Test
    void a_rule_names_objects_and_what_refers_to_them() {
        Translator translator = with(
                Extensions.NONE.withNaming((kind, name) -> kind.equals("Secret") ? "Blue_" + name : name + "-blue"));
        assertThat(translator.toKubernetes(TASK).yaml())
                .contains("kind: Secret\nmetadata:\n  name: blue-bakery-recipe\n")
                .contains("secretKeyRef:\n                  name: blue-bakery-recipe\n")
                .contains("kind: Deployment\nmetadata:\n  name: bakery-blue\n");
    }

    @Test
    void a_filter_decides_what_is_given() {
        Translator translator = with(Extensions.NONE.withFilter(new ResultFilter() {
            @Override
            public List<HasMetadata> kubernetes(List<HasMetadata> objects) {
                return objects.stream()
                        .filter(object -> !object.getKind().equals("Secret"))
                        .toList();
            }

            @Override
            public EcsBundle ecs(EcsBundle bundle) {
                return EcsBundle.of(bundle.taskDefinitions());
            }
        }));
        assertThat(translator.toKubernetes(TASK).yaml())
                .contains("kind: Deployment")
                .doesNotContain("kind: Secret");
        assertThat(translator.toEcs(MANIFEST).ecs().resources().all()).isEmpty();
    }

    @Test
    void results_have_the_same_methods_in_both_directions() {
        Translator translator = new Translator(TranslationOptions.DEFAULT);
        Translation<KubernetesForm> there = translator.toKubernetes(TASK);
        Translation<EcsForm> back = translator.toEcs(MANIFEST);
        assertThat(there.files(KubernetesForm.YAML))
                .containsOnlyKeys("secret-bakery-recipe.yaml", "deployment-bakery.yaml");
        assertThat(String.join("---\n", there.files(KubernetesForm.YAML).values()))
                .isEqualTo(there.text(KubernetesForm.YAML));
        assertThat(back.files(EcsForm.API)).containsKey("README.md");
        assertThat(back.files(EcsForm.CLOUDFORMATION))
                .containsEntry("template.yaml", back.text(EcsForm.CLOUDFORMATION));
        assertThat(there.report().leaves()).isNotEmpty();
        assertThat(back.report().leaves()).isNotEmpty();
        assertThat(translator
                        .toKubernetes(List.of(new SourceFile("empty.json", "{}")))
                        .text(KubernetesForm.JSON))
                .isEmpty();
    }
}
