package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.EcsParameters;
import io.github.ecs2k8s.ecs.resource.EventRule;
import io.github.ecs2k8s.ecs.resource.EventTarget;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ScalableTarget;
import io.github.ecs2k8s.ecs.resource.Schedule;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/** What runs in an ECS bundle, be it read or made. */
final class EcsFacts {
    private final EcsBundle bundle;
    private final EcsTasks tasks;
    private final List<EcsWorkload> all = new ArrayList<>();

    EcsFacts(EcsBundle bundle) {
        this.bundle = bundle;
        this.tasks = new EcsTasks(bundle);
        bundle.resources().of(CreateServiceRequest.class).forEach(this::service);
        bundle.resources().of(RunTaskRequest.class).forEach(this::request);
        bundle.resources().of(Task.class).forEach(this::task);
        bundle.resources().of(EventRule.class).forEach(this::rule);
        bundle.resources().of(Schedule.class).forEach(this::schedule);
    }

    /**
     * Something that runs a task definition.
     *
     * @param workload the facts
     * @param reference what it calls its task definition
     * @param task its task definition, null when it is not in the input
     */
    record EcsWorkload(
            Workload workload,
            @Nullable String reference,
            @Nullable TaskDefinitionSource task) {}

    /** Every service, schedule and one-off task. */
    List<EcsWorkload> started() {
        return all;
    }

    /** Every task definition. */
    List<TaskDefinitionSource> tasks() {
        return bundle.taskDefinitions();
    }

    /** What starts a task definition; the task definition itself where nothing does. */
    List<Workload> of(TaskDefinitionSource task) {
        String id = String.valueOf(task.logicalId());
        TaskDefinitionSource here = tasks.find("${" + id + "}");
        List<Workload> found = new ArrayList<>();
        for (EcsWorkload one : all) {
            if (one.task() != null && one.task() == here) {
                found.add(one.workload());
            }
        }
        return here == null || !found.isEmpty() ? found : List.of(alone(here));
    }

    /** A task definition that nothing starts. */
    Workload alone(TaskDefinitionSource task) {
        return new Workload(
                "task definition " + task.definition().family(),
                task.place(),
                Lifetime.NEVER,
                null,
                List.of(),
                containers(task),
                task.definition().taskRoleArn(),
                Spot.of(task.node(), "taskRoleArn"),
                task.node());
    }

    private void service(Resource<CreateServiceRequest> service) {
        boolean daemon = service.value().schedulingStrategy() == SchedulingStrategy.DAEMON;
        Integer desired = service.value().desiredCount();
        List<Spot> places = new ArrayList<>(List.of(Spot.of(service.node(), "desiredCount")));
        Count count = Count.of(desired == null ? 1 : desired);
        for (Resource<ScalableTarget> scaled : bundle.resources().of(ScalableTarget.class)) {
            if (scales(scaled.value(), service)) {
                places.add(Spot.of(scaled.node(), "MinCapacity"));
                places.add(Spot.of(scaled.node(), "MaxCapacity"));
                count = new Count(
                        orElse(scaled.value().minCapacity(), count.least()),
                        orElse(scaled.value().maxCapacity(), count.most()));
            }
        }
        add(
                service,
                service.node(),
                daemon ? Lifetime.EVERY_NODE : Lifetime.ALWAYS,
                daemon ? null : count,
                places,
                service.value().taskDefinition());
    }

    private static int orElse(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }

    private static boolean scales(ScalableTarget target, Resource<CreateServiceRequest> service) {
        String id = target.resourceId();
        String dimension = target.scalableDimension();
        if (id == null || dimension != null && !dimension.equals("ecs:service:DesiredCount")) {
            return false;
        }
        String name = service.value().serviceName();
        return name != null && id.endsWith('/' + name)
                || service.logicalId() != null && id.contains("${" + service.logicalId());
    }

    private void request(Resource<RunTaskRequest> request) {
        add(
                request,
                request.node(),
                Lifetime.ONCE,
                Count.of(orElse(request.value().count(), 1)),
                List.of(Spot.of(request.node(), "count")),
                request.value().taskDefinition());
    }

    private void task(Resource<Task> task) {
        add(
                task,
                task.node(),
                Lifetime.ONCE,
                Count.of(1),
                List.of(),
                task.value().taskDefinitionArn());
    }

    private void rule(Resource<EventRule> rule) {
        List<EventTarget> targets = rule.value().targets();
        for (int i = 0; i < targets.size(); i++) {
            EcsParameters parameters = targets.get(i).ecsParameters();
            if (parameters != null) {
                start(
                        rule,
                        rule.node().nearest("Targets", i),
                        parameters,
                        rule.value().state());
            }
        }
    }

    private void schedule(Resource<Schedule> schedule) {
        Schedule.Target target = schedule.value().target();
        if (target != null && target.ecsParameters() != null) {
            Node node = schedule.node().nearest("Target");
            start(schedule, node, target.ecsParameters(), schedule.value().state());
        }
    }

    private void start(Resource<?> by, Node target, EcsParameters parameters, @Nullable String state) {
        boolean off = "DISABLED".equals(state);
        add(
                by,
                target,
                Lifetime.SCHEDULED,
                Count.of(off ? 0 : orElse(parameters.taskCount(), 1)),
                List.of(
                        Spot.of(target, "EcsParameters", "TaskCount"),
                        Spot.of(by.node(), "State"),
                        Spot.of(by.node(), "ScheduleExpression")),
                parameters.taskDefinitionArn());
    }

    private void add(
            Resource<?> by,
            Node node,
            Lifetime lifetime,
            @Nullable Count count,
            List<Spot> places,
            @Nullable String reference) {
        TaskDefinitionSource task = tasks.find(reference);
        List<ContainerFacts> containers = task == null ? List.of() : containers(task);
        String overridden = role(by);
        String role = task == null || overridden != null
                ? overridden
                : task.definition().taskRoleArn();
        Spot rolePlace = Spot.of(task == null || overridden != null ? node : task.node(), "taskRoleArn");
        Workload workload =
                new Workload(by.title(), node.place(), lifetime, count, places, containers, role, rolePlace, node);
        all.add(new EcsWorkload(workload, reference, task));
    }

    /** The role that a run has instead of its task definition's. */
    private static @Nullable String role(Resource<?> by) {
        TaskOverride overrides = null;
        if (by.value() instanceof RunTaskRequest request) {
            overrides = request.overrides();
        } else if (by.value() instanceof Task task) {
            overrides = task.overrides();
        }
        return overrides == null ? null : overrides.taskRoleArn();
    }

    private static List<ContainerFacts> containers(TaskDefinitionSource task) {
        List<ContainerFacts> facts = new ArrayList<>();
        List<ContainerDefinition> containers = task.definition().containerDefinitions();
        for (int i = 0; i < containers.size(); i++) {
            Node node = task.node().nearest("containerDefinitions", i);
            String name = containers.get(i).name();
            if (name != null) {
                facts.add(new ContainerFacts(name, containers.get(i).image(), secrets(containers.get(i)), node));
            }
        }
        return facts;
    }

    private static Map<String, String> secrets(ContainerDefinition container) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (Secret secret : container.secrets()) {
            SecretReference reference = secret.valueFrom() == null ? null : SecretReference.parse(secret.valueFrom());
            if (reference != null && secret.name() != null) {
                secrets.put(secret.name(), reference.identity() + ' ' + reference.selector());
            }
        }
        return secrets;
    }
}
