package io.github.ecs2k8s.internal.rooms.image;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.PodDraft;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.SecretDemands;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.rooms.secret.PullSecrets;
import io.github.ecs2k8s.internal.rooms.secret.SecretOrigins;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.PodPreparation;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.RepositoryCredentials;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS repositoryCredentials ⇄ Kubernetes imagePullSecrets: a Secret of type kubernetes.io/dockerconfigjson, named after the
 * Secrets Manager secret that holds user name and password
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/).
 */
public final class RegistryCredentials implements TaskCorrespondence, PodPreparation {

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
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        for (ContainerToKubernetes container : context.containers()) {
            String parameter = container.definition().repositoryCredentials() == null
                    ? null
                    : container.definition().repositoryCredentials().credentialsParameter();
            if (parameter == null) {
                continue;
            }
            SecretReference reference = SecretReference.parse(parameter);
            if (reference == null) {
                container
                        .at("repositoryCredentials", "credentialsParameter")
                        .report(
                                FindingCode.SECRET_REFERENCE,
                                "not a Secrets Manager secret; the image is pulled without credentials",
                                "credentialsParameter is the ARN of a secret with \"username\" and \"password\"");
                continue;
            }
            SecretDemands.Demand demand =
                    context.bundle().secrets().of(SecretOrigins.named(reference, context), SecretDemands.REGISTRY);
            demand.key(registry(container.definition().image()), reference);
            demand.firstAskedAt(
                    context.node(),
                    "containerDefinitions",
                    container.index(),
                    "repositoryCredentials",
                    "credentialsParameter");
            add(demand.name(), to);
            container
                    .at("repositoryCredentials", "credentialsParameter")
                    .report(
                            FindingCode.PULL_SECRET_SHARED,
                            "every container of the Pod may be pulled with Secret " + demand.name());
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

    /** A pod without pull Secrets gets those of its ServiceAccount. */
    @Override
    public void prepare(PodDraft draft) {
        String name = draft.pod().getServiceAccountName();
        LocatedObject found = draft.lookUp("ServiceAccount", name == null ? "default" : name);
        if (draft.pod().getImagePullSecrets().isEmpty()
                && found != null
                && found.object() instanceof ServiceAccount account
                && !account.getImagePullSecrets().isEmpty()) {
            draft.all().use(found);
            draft.edit().setImagePullSecrets(new ArrayList<>(account.getImagePullSecrets()));
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        List<LocalObjectReference> secrets = from.getSpec().getImagePullSecrets();
        for (int i = 0; i < secrets.size(); i++) {
            if (secrets.get(i).getName() != null) {
                add(secrets.get(i).getName(), i, context);
            }
        }
    }

    private static void add(String name, int index, TaskToEcs context) {
        PullSecrets secret = new PullSecrets(name, context);
        List<String> hosts = secret.hosts();
        int users = 0;
        for (ContainerToEcs container : context.containers()) {
            String registry = registry(container.container().getImage());
            String host = hostOf(registry, hosts);
            boolean possible =
                    hosts.isEmpty() && mayBePrivate(container.container().getImage());
            boolean free = container.definition().build().repositoryCredentials() == null;
            if ((host != null || possible) && free) {
                users++;
                String credentials = secret.credentials(host);
                container.definition().repositoryCredentials(credentials(credentials));
            }
        }
        say(name, index, secret, users, context);
    }

    private static RepositoryCredentials credentials(String parameter) {
        return RepositoryCredentials.builder().credentialsParameter(parameter).build();
    }

    private static @Nullable String hostOf(String registry, List<String> hosts) {
        for (String host : hosts) {
            boolean hub = registry.contains("index.docker.io") && host.contains("docker.io");
            if (hub || host.equals(registry) || host.equals("https://" + registry) || host.startsWith(registry + "/")) {
                return host;
            }
        }
        return null;
    }

    /** ECR needs the execution role alone, and some registries have nothing private. */
    private static boolean mayBePrivate(@Nullable String image) {
        String host = registry(image);
        return image != null
                && image.contains("/")
                && !image.startsWith("library/")
                && !host.contains(".dkr.ecr.")
                && !host.equals("public.ecr.aws")
                && !host.equals("registry.k8s.io")
                && !host.equals("k8s.gcr.io")
                && !host.equals("mcr.microsoft.com");
    }

    private static void say(String name, int index, PullSecrets secret, int users, TaskToEcs context) {
        if (users == 0) {
            context.at("spec", "imagePullSecrets", index)
                    .report(
                            FindingCode.PULL_SECRET,
                            "no image of the pod comes from a registry that Secret " + name
                                    + " is for; it is left out");
        } else if (!secret.isUnknown()) {
            context.at("spec", "imagePullSecrets", index)
                    .report(
                            FindingCode.PULL_SECRET_SHARED,
                            users + " of " + context.containers().size() + " images are pulled with " + name
                                    + ", each by itself");
        } else {
            String arn = secret.credentials(null);
            context.at("spec", "imagePullSecrets", index)
                    .report(
                            FindingCode.SECRET_ARN_UNKNOWN,
                            "Secret " + name + " is not in the input; " + arn
                                    + " asks for the ARN of a Secrets Manager secret with username and password",
                            "create it: aws secretsmanager create-secret --name " + Shell.word(name)
                                    + " --secret-string '{\"username\":\"…\",\"password\":\"…\"}'");
        }
    }
}
