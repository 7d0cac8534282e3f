package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.context.toecs.TranslatedWorkload;
import io.github.ecs2k8s.context.tokubernetes.TranslatedLaunch;
import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.kubernetes.KubernetesBundle;
import io.github.ecs2k8s.kubernetes.Manifests;
import java.util.List;

/**
 * The second account of a translation: what several leaves mean together. The list of its checks; each computes one fact
 * from the source and from the result, and says a difference that nothing else has said.
 */
public final class Behaviour {
    private static final List<BehaviourCheck> CHECKS = List.of(new WhatRuns(), new SecretsAndRoles(), new WhoEnters());

    private Behaviour() {}

    /**
     * Compares ECS with the manifests that were made of it.
     *
     * @param launches which workload each thing became; all else is read from the bundles
     */
    public static void compare(
            EcsBundle source, List<TranslatedLaunch> launches, KubernetesBundle made, Findings findings) {
        KubernetesFacts result = KubernetesFacts.made(made.objects());
        check(new Comparison(
                Pairs.toKubernetes(new EcsFacts(source), launches, result),
                EcsEntrances.of(source.resources()),
                KubernetesEntrances.of(result),
                findings));
    }

    /**
     * Compares manifests with the ECS that was made of them.
     *
     * @param workloads which task definition each workload became; all else is read from the bundles
     */
    public static void compare(
            Manifests source, List<TranslatedWorkload> workloads, EcsBundle made, Findings findings) {
        KubernetesFacts facts = KubernetesFacts.read(source.all());
        check(new Comparison(
                Pairs.toEcs(facts, workloads, new EcsFacts(made)),
                KubernetesEntrances.of(facts),
                EcsEntrances.of(made.resources()),
                findings));
    }

    private static void check(Comparison comparison) {
        for (BehaviourCheck check : CHECKS) {
            check.check(comparison);
        }
    }
}
