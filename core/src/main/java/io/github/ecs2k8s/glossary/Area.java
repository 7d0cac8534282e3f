package io.github.ecs2k8s.glossary;

import java.util.Locale;

/** The parts of a translation; each keeps its texts in files of its own, one for each language. */
public enum Area {
    /** What the text of an input says, and what of it is used. */
    READING,
    /** CloudFormation's functions, parameters and stacks. */
    TEMPLATE,
    /** Containers, their images and the registries these come from. */
    IMAGE,
    /** What a container runs. */
    COMMAND,
    /** Variables in plain text. */
    ENVIRONMENT,
    /** Secrets and parameters. */
    SECRET,
    /** CPU, memory, disk, devices. */
    SIZE,
    /** Ports of containers and of machines. */
    PORT,
    /** Health checks and probes. */
    HEALTH,
    /** The order of start and stop, restarts. */
    START,
    /** Volumes and mounts. */
    VOLUME,
    /** What the kernel lets a container do. */
    SECURITY,
    /** Names, DNS and namespaces of a task. */
    HOST,
    /** Where tasks run. */
    PLACEMENT,
    /** Roles and service accounts. */
    IDENTITY,
    /** Where a container's output goes. */
    LOGGING,
    /** Names, tags, labels, annotations. */
    LABEL,
    /** Task definitions, services, workloads. */
    SERVICE,
    /** Load balancers, listeners, rules, target groups; Ingress and Gateway. */
    BALANCER,
    /** Tasks that start by a clock or by a call. */
    SCHEDULE,
    /** How tasks are found and who may reach them. */
    NETWORK,
    /** Clusters and what they hold. */
    CLUSTER,
    /** How a new version takes the place of the old one. */
    DEPLOYMENT,
    /** How many run. */
    SCALING,
    /** What several values mean together, on both sides. */
    BEHAVIOUR;

    /** The name in lower case, as the files are called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
