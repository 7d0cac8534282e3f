package io.github.ecs2k8s.internal.rooms.security;

import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Names;

/** Writes credential specs, which ECS takes in a field of their own and among the docker security options. */
final class CredentialSpecNames {
    static final String SPEC = "credentialspec";
    static final String DOMAINLESS = "credentialspecdomainless";

    private CredentialSpecNames() {}

    /**
     * Names the GMSACredentialSpec object that a spec becomes.
     *
     * @param spec {@code credentialspec:} or {@code credentialspecdomainless:} and where the file is
     * @param place the path of the spec below the container definition
     */
    static void write(String spec, ContainerToKubernetes context, Object... place) {
        String name = name(spec);
        if (context.task().facts().linux()) {
            context.at(place)
                    .report(
                            FindingCode.CREDENTIAL_SPEC_LINUX,
                            "Kubernetes gives gMSA credentials to Windows containers only; " + name + " is not written",
                            "run credentials-fetcher beside the container, or authenticate with a keytab from a Secret");
            return;
        }
        context.windowsOptions().setGmsaCredentialSpecName(name);
        context.at(place)
                .report(
                        FindingCode.CREDENTIAL_SPEC,
                        "the cluster needs the credential spec as GMSACredentialSpec " + name,
                        "install the gMSA webhook, make the object from the file, let the Pod's ServiceAccount use it");
    }

    /** The last part of the file's place, without extension, as an object name. */
    private static String name(String spec) {
        int start = Math.max(spec.lastIndexOf('/'), spec.lastIndexOf(':')) + 1;
        int dot = spec.lastIndexOf('.');
        return Names.dnsSubdomain(spec.substring(start, dot > start ? dot : spec.length()));
    }
}
