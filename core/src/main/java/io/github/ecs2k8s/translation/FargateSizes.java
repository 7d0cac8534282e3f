package io.github.ecs2k8s.translation;

import org.jspecify.annotations.Nullable;

/**
 * The sizes of tasks that Fargate has, in CPU units and MiB
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html#ECS-RegisterTaskDefinition-request-memory;
 * 16 vCPU and 120 GB are the largest there). Windows containers have no less than 1 vCPU and no more than 4.
 */
public final class FargateSizes {
    private static final int GIB = 1024;
    private static final int WINDOWS_LEAST = 1024;
    private static final int WINDOWS_MOST = 4096;

    // CPU units, least memory, most memory, step.
    private static final int[][] TABLE = {
        {256, GIB / 2, 2 * GIB, GIB},
        {512, GIB, 4 * GIB, GIB},
        {1024, 2 * GIB, 8 * GIB, GIB},
        {2048, 4 * GIB, 16 * GIB, GIB},
        {4096, 8 * GIB, 30 * GIB, GIB},
        {8192, 16 * GIB, 60 * GIB, 4 * GIB},
        {16384, 32 * GIB, 120 * GIB, 8 * GIB},
    };

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
        for (int[] row : TABLE) {
            boolean offered = !windows || row[0] >= WINDOWS_LEAST && row[0] <= WINDOWS_MOST;
            if (offered && row[0] >= cpu && row[2] >= memory) {
                return new Size(row[0], memory(row, memory));
            }
        }
        return null;
    }

    /** The least of half a GiB is followed by one GiB, not by one and a half. */
    private static int memory(int[] row, long wanted) {
        if (wanted <= row[1]) {
            return row[1];
        }
        int base = row[1] % row[3] == 0 ? row[1] : 0;
        long steps = (wanted - base + row[3] - 1) / row[3];
        return (int) (base + steps * row[3]);
    }
}
