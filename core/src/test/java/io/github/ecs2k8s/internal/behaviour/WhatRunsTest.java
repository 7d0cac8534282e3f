package io.github.ecs2k8s.internal.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/** What runs and how many: results that are broken on purpose. */
class WhatRunsTest {
    private static final String FARM = """
            Resources:
              Milk:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: milk
                  ContainerDefinitions:
                    - {Name: cow, Image: "example/cow:1", Memory: 128}
                    - {Name: churn, Image: "example/churn:1", Memory: 128}
              MilkService:
                Type: AWS::ECS::Service
                Properties: {ServiceName: milk, TaskDefinition: !Ref Milk, DesiredCount: 2}
              CheeseService:
                Type: AWS::ECS::Service
                Properties: {ServiceName: cheese, TaskDefinition: !Ref Milk, DesiredCount: 0}
              Range:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties:
                  ServiceNamespace: ecs
                  ScalableDimension: ecs:service:DesiredCount
                  ResourceId: service/farm/milk
                  MinCapacity: 2
                  MaxCapacity: 6
              ByCpu:
                Type: AWS::ApplicationAutoScaling::ScalingPolicy
                Properties:
                  PolicyName: cpu
                  PolicyType: TargetTrackingScaling
                  ScalingTargetId: !Ref Range
                  TargetTrackingScalingPolicyConfiguration:
                    TargetValue: 60
                    PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
              Night:
                Type: AWS::Events::Rule
                Properties:
                  Name: night
                  State: DISABLED
                  ScheduleExpression: cron(0 3 * * ? *)
                  Targets:
                    - {Id: one, Arn: "arn:aws:ecs:eu-west-1:123456789012:cluster/farm", EcsParameters: {TaskDefinitionArn: !Ref Milk}}
            """;

    private static final String STABLE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: horse}
            spec:
              replicas: 2
              selector: {matchLabels: {app: horse}}
              template:
                metadata: {labels: {app: horse}}
                spec:
                  containers:
                    - {name: horse, image: "example/horse:1"}
            """;

    private static Deployment named(String name, List<HasMetadata> objects) {
        return objects.stream()
                .filter(object -> object instanceof Deployment
                        && object.getMetadata().getName().equals(name))
                .map(Deployment.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_is_said_of_what_the_rooms_make() {
        assertThat(Mutants.toKubernetes(FARM, objects -> {})).isEmpty();
        assertThat(Mutants.toEcs(STABLE, bundle -> bundle)).isEmpty();
    }

    @Test
    void a_service_that_nothing_runs() {
        assertThat(Mutants.toKubernetes(FARM, objects -> objects.remove(named("milk", objects))))
                .containsExactly(
                        "/Resources/MilkService/Properties behaviour-runs: nothing in the result runs what service"
                                + " milk runs");
    }

    @Test
    void two_services_that_became_one() {
        assertThat(Mutants.toKubernetes(
                        FARM, objects -> named("cheese", objects).getMetadata().setName("milk")))
                .isNotEmpty();
    }

    @Test
    void nothing_that_stood_still_starts() {
        assertThat(Mutants.toKubernetes(
                        FARM, objects -> named("cheese", objects).getSpec().setReplicas(null)))
                .containsExactly(
                        "/Resources/CheeseService/Properties/DesiredCount behaviour-runs: service cheese runs 0 at"
                                + " a time, Deployment cheese would run 1");
        assertThat(Mutants.toKubernetes(
                        FARM,
                        objects ->
                                Mutants.only(CronJob.class, objects).getSpec().setSuspend(false)))
                .containsExactly(
                        "/Resources/Night/Properties/Targets/0/EcsParameters/TaskCount behaviour-runs: event rule"
                                + " Night runs 0 at a time, CronJob night would run 1");
    }

    @Test
    void another_range_of_a_scaler() {
        assertThat(Mutants.toKubernetes(
                        FARM,
                        objects -> Mutants.only(HorizontalPodAutoscaler.class, objects)
                                .getSpec()
                                .setMaxReplicas(5)))
                .containsExactly(
                        "/Resources/MilkService/Properties/DesiredCount behaviour-count: service milk runs 2 to 6 at"
                                + " a time, Deployment milk would run 2 to 5");
    }

    @Test
    void containers_that_are_missing_or_others() {
        assertThat(Mutants.toKubernetes(
                        FARM,
                        objects -> named("milk", objects)
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .remove(1)))
                .containsExactly("/Resources/Milk/Properties/ContainerDefinitions/1 behaviour-runs: service milk has"
                        + " container churn, Deployment milk has none of this name");
        assertThat(Mutants.toKubernetes(
                        FARM,
                        objects -> named("milk", objects)
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .get(0)
                                .setImage("example/goat:1")))
                .containsExactly("/Resources/Milk/Properties/ContainerDefinitions/0 behaviour-runs: cow runs"
                        + " example/cow:1, in Deployment milk it would run example/goat:1");
    }

    @Test
    void a_service_on_every_node() {
        List<String> said = Mutants.toKubernetes(FARM, objects -> {
            Deployment milk = named("milk", objects);
            objects.remove(milk);
            objects.add(new DaemonSetBuilder()
                    .withMetadata(milk.getMetadata())
                    .withNewSpec()
                    .withTemplate(milk.getSpec().getTemplate())
                    .endSpec()
                    .build());
        });
        assertThat(said).singleElement().asString().contains("nothing in the result runs what service milk runs");
    }

    @Test
    void the_same_on_the_way_to_ecs() {
        assertThat(Mutants.toEcs(
                        STABLE,
                        bundle -> Mutants.change(
                                CreateServiceRequest.class,
                                bundle,
                                service -> service.toBuilder().desiredCount(3).build())))
                .containsExactly(
                        "/spec/replicas behaviour-count: Deployment horse runs 2 at a time, service horse would run"
                                + " 3");
        assertThat(Mutants.toEcs(STABLE, bundle -> Mutants.change(CreateServiceRequest.class, bundle, service -> null)))
                .containsExactly(
                        " behaviour-runs: Deployment horse runs always, task definition horse would run never");
        assertThat(Mutants.toEcs(
                        STABLE,
                        bundle -> Mutants.change(
                                CreateServiceRequest.class,
                                bundle,
                                service -> service.toBuilder()
                                        .schedulingStrategy(SchedulingStrategy.DAEMON)
                                        .build())))
                .containsExactly(" behaviour-runs: Deployment horse runs always, service horse would run every node");
        assertThat(Mutants.toEcs(
                        STABLE,
                        bundle -> Mutants.changeTasks(
                                bundle,
                                task -> task.toBuilder()
                                        .containerDefinitions(task.containerDefinitions().get(0).toBuilder()
                                                .image("example/donkey:1")
                                                .build())
                                        .build())))
                .containsExactly(
                        "/spec/template/spec/containers/0 behaviour-runs: horse runs example/horse:1, in service"
                                + " horse it would run example/donkey:1");
    }
}
