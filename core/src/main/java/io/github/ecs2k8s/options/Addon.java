package io.github.ecs2k8s.options;

import java.util.Locale;

/** An add-on the cluster has, which gives a correspondence a better form. */
public enum Addon {
    /** External Secrets Operator: secrets become ExternalSecret and SecretStore (https://external-secrets.io). */
    EXTERNAL_SECRETS,
    /** Secrets Store CSI driver with the AWS provider: secrets become a SecretProviderClass. */
    SECRETS_STORE_CSI,
    /** AWS Load Balancer Controller. */
    AWS_LOAD_BALANCER_CONTROLLER,
    /** Gateway API. */
    GATEWAY_API,
    /** Argo Rollouts. */
    ARGO_ROLLOUTS,
    /** KEDA. */
    KEDA,
    /** Amazon VPC resource controller: security groups for pods. */
    VPC_RESOURCE_CONTROLLER;

    /** The name as the command line spells it: {@code external-secrets}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
