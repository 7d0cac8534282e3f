package io.github.ecs2k8s;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.kubernetes.Manifests;
import java.util.List;

/**
 * The result of translating Kubernetes manifests to ECS.
 *
 * @param source what was translated
 * @param ecs the ECS side; what refers to something else in it does so by its logical id, {@code ${WebTaskDefinition}}
 * @param findings everything there is to say, sorted by place
 */
public record EcsTranslation(Manifests source, EcsBundle ecs, List<Finding> findings) {}
