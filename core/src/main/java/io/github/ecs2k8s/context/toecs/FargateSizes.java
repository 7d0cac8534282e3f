package io.github.ecs2k8s.context.toecs;

import org.jspecify.annotations.Nullable;

/**
 * The sizes of tasks that Fargate has, in CPU units and MiB
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size and
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html#ECS-RegisterTaskDefinition-request-memory;
 * 32 vCPU and 244 GB are the largest there). Windows containers have no less than 1 vCPU and no more than 4.
 */
public final class FargateSizes {
    private static final int GIB = 1024;
    private static final int WINDOWS_LEAST = 1024;
    private static final int WINDOWS_MOST = 4096;

    // CPU units, then either least memory, most memory and step, or every amount of memory there is.
    private static final int[][] STEPPED = {
        {512, GIB, 4 * GIB, GIB},
        {1024, 2 * GIB, 8 * GIB, GIB},
        {2048, 4 * GIB, 16 * GIB, GIB},
        {4096, 8 * GIB, 30 * GIB, GIB},
        {8192, 16 * GIB, 60 * GIB, 4 * GIB},
        {16384, 32 * GIB, 120 * GIB, 8 * GIB},
    };
    private static final int[] SMALLEST = {256, GIB / 2, GIB, 2 * GIB};
    private static final int[] LARGEST = {32768, 60 * GIB, 120 * GIB, 244 * GIB};

    private FargateSizes() {}

    /** A size of a task. */
    public record Size(int cpu, int memory) {}

    /**
     * The smallest size that holds both amounts, null when none does.
     *
     * @param cpu CPU units
     * @param memory MiB
     */
    public static @Nullable Size holding(long cpu, long memory, boolean windows) {
        Size size = windows ? null : listed(SMALLEST, cpu, memory);
        for (int i = 0; size == null && i < STEPPED.length; i++) {
            boolean offered = !windows || STEPPED[i][0] >= WINDOWS_LEAST && STEPPED[i][0] <= WINDOWS_MOST;
            size = offered ? stepped(STEPPED[i], cpu, memory) : null;
        }
        return size != null || windows ? size : listed(LARGEST, cpu, memory);
    }

    /** The largest size there is. */
    public static Size largest(boolean windows) {
        return windows ? new Size(WINDOWS_MOST, 30 * GIB) : new Size(LARGEST[0], LARGEST[LARGEST.length - 1]);
    }

    private static @Nullable Size listed(int[] row, long cpu, long memory) {
        for (int i = 1; i < row.length; i++) {
            if (row[0] >= cpu && row[i] >= memory) {
                return new Size(row[0], row[i]);
            }
        }
        return null;
    }

    private static @Nullable Size stepped(int[] row, long cpu, long memory) {
        if (row[0] < cpu || row[2] < memory) {
            return null;
        }
        long steps = Math.max(0, (memory - row[1] + row[3] - 1) / row[3]);
        return new Size(row[0], (int) (row[1] + steps * row[3]));
    }
}
