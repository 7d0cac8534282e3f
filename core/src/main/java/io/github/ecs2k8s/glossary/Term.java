package io.github.ecs2k8s.glossary;

import io.github.ecs2k8s.internal.text.TextFile;
import java.util.Locale;

/**
 * What one correspondence speaks for: a thing that has a name on each side. Each room has exactly one term.
 *
 * <p>Names and explanations stand in the resource file of the term's area and language, {@code term/health.en.properties}.
 */
public enum Term {
    TASK_DEFINITION(Area.SERVICE),
    WORKLOAD(Area.SERVICE),

    CONTAINER_DEFINITION(Area.IMAGE),

    COMMAND(Area.COMMAND),

    ENVIRONMENT(Area.ENVIRONMENT),
    ENVIRONMENT_FILE(Area.ENVIRONMENT),

    SECRET(Area.SECRET),

    REGISTRY_CREDENTIALS(Area.IMAGE),

    LOGGING(Area.LOGGING),
    FIRELENS(Area.LOGGING),

    CPU_AND_MEMORY(Area.SIZE),
    EPHEMERAL_STORAGE(Area.SIZE),
    ACCELERATOR(Area.SIZE),

    PORT_MAPPING(Area.PORT),

    HEALTH_CHECK(Area.HEALTH),

    DEPENDENCY(Area.START),
    ESSENTIAL_CONTAINER(Area.START),
    RESTART_POLICY(Area.START),
    STOP_TIMEOUT(Area.START),
    CONTAINER_HOOK(Area.START),

    EXTRA_HOSTS(Area.HOST),
    DNS_SETTINGS(Area.HOST),
    HOSTNAME(Area.HOST),
    LINK(Area.HOST),
    NETWORK_MODE(Area.HOST),
    PROCESS_NAMESPACE(Area.HOST),

    PLACEMENT_CONSTRAINT(Area.PLACEMENT),
    RUNTIME_PLATFORM(Area.PLACEMENT),
    LAUNCH_TYPE(Area.PLACEMENT),

    REGISTRATION(Area.SERVICE),

    TASK_ROLE(Area.IDENTITY),
    EXECUTION_ROLE(Area.IDENTITY),

    PROXY(Area.NETWORK),

    FAULT_INJECTION(Area.HOST),

    VERSION_CONSISTENCY(Area.IMAGE),

    TAG(Area.LABEL),
    DOCKER_LABEL(Area.LABEL),
    POD_ANNOTATION(Area.LABEL),

    HOST_VOLUME(Area.VOLUME),
    DOCKER_VOLUME(Area.VOLUME),
    EFS_VOLUME(Area.VOLUME),
    S3_FILES_VOLUME(Area.VOLUME),
    FSX_WINDOWS_VOLUME(Area.VOLUME),
    LAUNCH_VOLUME(Area.VOLUME),
    MOUNT_POINT(Area.VOLUME),
    TMPFS(Area.VOLUME),
    SHARED_MEMORY(Area.VOLUME),
    DEVICE(Area.VOLUME),

    CAPABILITIES(Area.SECURITY),

    INIT_PROCESS(Area.START),

    SWAP(Area.SIZE),

    USER(Area.SECURITY),
    SECURITY_OPTION(Area.SECURITY),
    CREDENTIAL_SPEC(Area.SECURITY),
    SYSTEM_CONTROL(Area.SECURITY),
    ULIMIT(Area.SECURITY),

    SERVICE(Area.SERVICE),

    SERVICE_TAG(Area.LABEL),

    EXECUTE_COMMAND(Area.IDENTITY),

    SERVICE_RECORD(Area.SERVICE),

    SCHEDULE(Area.SCHEDULE),
    ONE_OFF_TASK(Area.SCHEDULE),
    TASK_OVERRIDE(Area.SCHEDULE),

    CLUSTER(Area.CLUSTER),

    LIMIT_RANGE(Area.SIZE),

    CLUSTER_PERMISSION(Area.IDENTITY),

    SUPPORTING_RESOURCE(Area.CLUSTER),

    DEPLOYMENT_CONFIGURATION(Area.DEPLOYMENT),
    CIRCUIT_BREAKER(Area.DEPLOYMENT),
    DEPLOYMENT_CONTROLLER(Area.DEPLOYMENT),

    TARGET_GROUP(Area.BALANCER),
    TARGET_GROUP_HEALTH_CHECK(Area.BALANCER),
    LISTENER(Area.BALANCER),
    LISTENER_RULE(Area.BALANCER),
    LOAD_BALANCER(Area.BALANCER),

    PLACEMENT_STRATEGY(Area.PLACEMENT),
    CAPACITY_PROVIDER(Area.PLACEMENT),

    SCALING(Area.SCALING),

    NETWORK_CONFIGURATION(Area.NETWORK),

    NODE_PORT(Area.PORT),

    SERVICE_DISCOVERY(Area.NETWORK),
    SERVICE_CONNECT(Area.NETWORK),
    VPC_LATTICE(Area.NETWORK),
    SECURITY_GROUP(Area.NETWORK),

    OBJECT_METADATA(Area.LABEL),
    ;

    private final Area area;
    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Term(Area area) {
        this.area = area;
    }

    /** The part of a translation that it belongs to. */
    public Area area() {
        return area;
    }

    /** What ECS users call it. */
    public String ecs(Language language) {
        return text("ecs", language);
    }

    /** What Kubernetes users call it. */
    public String kubernetes(Language language) {
        return text("kubernetes", language);
    }

    /** One or two sentences on the correspondence and its trap. */
    public String explanation(Language language) {
        return text("explanation", language);
    }

    private String text(String part, Language language) {
        return TextFile.of(Term.class, "term/" + area + "." + language + ".properties")
                .get(id + "." + part);
    }

    /** The kebab-case form, as used on the command line and as the folder of its golden cases. */
    @Override
    public String toString() {
        return id;
    }
}
