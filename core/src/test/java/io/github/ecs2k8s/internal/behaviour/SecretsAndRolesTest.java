package io.github.ecs2k8s.internal.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Secret;

/** Secrets and roles: results that are broken on purpose. */
class SecretsAndRolesTest {
    private static final String VAULT = """
            family: vault
            taskRoleArn: arn:aws:iam::123456789012:role/keeper
            containerDefinitions:
              - name: vault
                image: example/vault:1
                memory: 128
                secrets:
                  - {name: FRONT, valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:door-AbCd12:front::"}
                  - {name: BACK, valueFrom: "arn:aws:secretsmanager:eu-west-1:210987654321:secret:door-AbCd12:front::"}
                  - {name: OLD, valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:door-AbCd12:front:AWSPREVIOUS:"}
            """;

    private static final String SAFE = """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: keeper, annotations: {eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/keeper"}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: safe}
            spec:
              selector: {matchLabels: {app: safe}}
              template:
                metadata: {labels: {app: safe}}
                spec:
                  serviceAccountName: keeper
                  containers:
                    - name: safe
                      image: example/safe:1
                      env:
                        - {name: FRONT, valueFrom: {secretKeyRef: {name: door, key: front}}}
                        - {name: BACK, valueFrom: {secretKeyRef: {name: door, key: back}}}
            """;

    private static List<EnvVar> variables(Deployment deployment) {
        return deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnv();
    }

    @Test
    void nothing_is_said_of_what_the_rooms_make() {
        assertThat(Mutants.toKubernetes(VAULT, objects -> {})).isEmpty();
        assertThat(Mutants.toEcs(SAFE, bundle -> bundle)).isEmpty();
    }

    @Test
    void two_secrets_that_became_one() {
        assertThat(Mutants.toKubernetes(VAULT, objects -> {
                    List<EnvVar> variables = variables(Mutants.only(Deployment.class, objects));
                    variables.get(1).setValueFrom(variables.get(0).getValueFrom());
                }))
                .singleElement()
                .asString()
                .startsWith("/containerDefinitions/0 behaviour-secret: ")
                .contains("210987654321", "123456789012", " became one: ");
    }

    @Test
    void a_variable_without_its_secret() {
        assertThat(Mutants.toKubernetes(
                        VAULT,
                        objects -> variables(Mutants.only(Deployment.class, objects))
                                .remove(2)))
                .containsExactly(
                        "/containerDefinitions/0 behaviour-secret: OLD takes its value from a secret, in Deployment"
                                + " vault it has none");
    }

    @Test
    void another_role_or_none() {
        assertThat(Mutants.toKubernetes(
                        VAULT,
                        objects -> Mutants.only(ServiceAccount.class, objects)
                                .getMetadata()
                                .getAnnotations()
                                .clear()))
                .singleElement()
                .asString()
                .endsWith("acts as role keeper, Deployment vault would act as none");
        assertThat(Mutants.toEcs(
                        SAFE,
                        bundle -> Mutants.changeTasks(
                                bundle,
                                task -> task.toBuilder()
                                        .taskRoleArn("arn:aws:iam::123456789012:role/guest")
                                        .build())))
                .containsExactly(
                        "/spec/template/spec/serviceAccountName behaviour-role: Deployment safe acts as role keeper,"
                                + " service safe would act as guest");
    }

    @Test
    void the_same_on_the_way_to_ecs() {
        assertThat(Mutants.toEcs(
                        SAFE,
                        bundle -> Mutants.changeTasks(
                                bundle,
                                task -> task.toBuilder()
                                        .containerDefinitions(task.containerDefinitions().get(0).toBuilder()
                                                .secrets(
                                                        Secret.builder()
                                                                .name("FRONT")
                                                                .valueFrom("${DoorSecret}:front::")
                                                                .build(),
                                                        Secret.builder()
                                                                .name("BACK")
                                                                .valueFrom("${DoorSecret}:front::")
                                                                .build())
                                                .build())
                                        .build())))
                .singleElement()
                .asString()
                .endsWith(
                        "behaviour-secret: Secret null/door front and Secret null/door back became one: SECRETS_MANAGER"
                                + " ${DoorSecret} front::");
    }
}
