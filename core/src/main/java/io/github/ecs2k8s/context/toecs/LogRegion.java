package io.github.ecs2k8s.context.toecs;

/**
 * The region that the log driver awslogs writes to
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html).
 */
public final class LogRegion {
    /** The driver's option. */
    public static final String OPTION = "awslogs-region";

    /** The region in which the commands or the stack run, where nobody names one. */
    public static final String OF_THE_STACK = "${AWS::Region}";

    private LogRegion() {}
}
