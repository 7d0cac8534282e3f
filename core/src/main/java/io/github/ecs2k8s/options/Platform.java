package io.github.ecs2k8s.options;

import java.util.Locale;

/** Where the cluster runs; decides whether AWS annotations make sense. */
public enum Platform {
    /** Amazon EKS: IAM roles for service accounts, EFS and EBS drivers, ALB annotations. */
    EKS,
    /** Any conforming cluster (kind, minikube): no AWS annotation is ever written. */
    GENERIC;

    /** The name as the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
