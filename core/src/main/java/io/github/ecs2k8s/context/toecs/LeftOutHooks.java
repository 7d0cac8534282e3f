package io.github.ecs2k8s.context.toecs;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Hook;
import io.github.ecs2k8s.kubernetes.LocatedObject;

/**
 * Hooks of Helm and Argo CD that an installation does not run: tests, what happens at deletion and rollback, what is skipped
 * (https://helm.sh/docs/topics/chart_tests/).
 */
public final class LeftOutHooks {
    private final BundleToEcs context;

    public LeftOutHooks(BundleToEcs context) {
        this.context = context;
    }

    /** Whether nothing is made of an object because of when it would be run; says so. */
    public boolean isLeftOut(LocatedObject located) {
        Hook hook = Hook.of(located.object());
        if (hook == null || hook.time() != Hook.Time.ELSEWHERE) {
            return false;
        }
        context.at(located.node())
                .report(
                        FindingCode.HOOK_LEFT_OUT,
                        located.object().getKind() + " "
                                + located.object().getMetadata().getName() + " is a hook for "
                                + String.join(", ", hook.phases()) + "; nothing is written for it",
                        "run it where that happens: in the pipeline");
        return true;
    }
}
