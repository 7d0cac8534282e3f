package io.github.ecs2k8s.correspondence;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.translation.ContainerContext;
import io.github.ecs2k8s.translation.OwnedField;
import io.github.ecs2k8s.translation.PodContext;
import io.github.ecs2k8s.translation.SecretDemands;
import io.github.ecs2k8s.translation.TaskContext;
import io.github.ecs2k8s.translation.TaskCorrespondence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS repositoryCredentials ⇄ Kubernetes imagePullSecrets: a Secret of type kubernetes.io/dockerconfigjson, named after the
 * Secrets Manager secret that holds user name and password
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/).
 */
final class RegistryCredentials implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.REGISTRY_CREDENTIALS;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to(
                "containerDefinitions[].repositoryCredentials.credentialsParameter",
                "pod.spec.imagePullSecrets[].name"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(OwnedField.to(
                "pod.spec.imagePullSecrets[].name",
                "containerDefinitions[].repositoryCredentials.credentialsParameter"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskContext context) {
        for (ContainerContext container : context.containers()) {
            String parameter = container.definition().repositoryCredentials() == null
                    ? null
                    : container.definition().repositoryCredentials().credentialsParameter();
            if (parameter == null) {
                continue;
            }
            SecretReference reference = SecretReference.parse(parameter);
            if (reference == null) {
                container.find(
                        FindingCode.SECRET_REFERENCE,
                        "not a Secrets Manager secret; the image is pulled without credentials",
                        "credentialsParameter is the ARN of a secret with \"username\" and \"password\"",
                        "repositoryCredentials",
                        "credentialsParameter");
                continue;
            }
            SecretDemands.Demand demand = context.bundle().secrets().of(reference, SecretDemands.REGISTRY);
            demand.key(registry(container.definition().image()), reference);
            demand.firstAskedAt(
                    context.node(),
                    "containerDefinitions",
                    container.index(),
                    "repositoryCredentials",
                    "credentialsParameter");
            add(demand.name(), to);
            container.find(
                    FindingCode.PULL_SECRET_SHARED,
                    "every container of the Pod may be pulled with Secret " + demand.name(),
                    null,
                    "repositoryCredentials",
                    "credentialsParameter");
        }
    }

    /** The registry's host in an image's name; Docker Hub's where there is none. */
    private static String registry(@Nullable String image) {
        int slash = image == null ? -1 : image.indexOf('/');
        String first = image == null || slash < 0 ? "" : image.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return host ? first : "https://index.docker.io/v1/";
    }

    private static void add(String name, PodTemplateSpec to) {
        for (LocalObjectReference present : to.getSpec().getImagePullSecrets()) {
            if (present.getName().equals(name)) {
                return;
            }
        }
        LocalObjectReference secret = new LocalObjectReference();
        secret.setName(name);
        to.getSpec().getImagePullSecrets().add(secret);
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, PodContext context) {
        for (int i = 0; i < from.getSpec().getImagePullSecrets().size(); i++) {
            context.find(
                    FindingCode.PULL_SECRET,
                    "Secret " + from.getSpec().getImagePullSecrets().get(i).getName()
                            + " has no counterpart until its user name and password are in Secrets Manager",
                    "aws secretsmanager create-secret, then name its ARN under repositoryCredentials",
                    "spec",
                    "imagePullSecrets",
                    i);
        }
    }
}
