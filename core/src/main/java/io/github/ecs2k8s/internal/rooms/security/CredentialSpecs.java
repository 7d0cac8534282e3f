package io.github.ecs2k8s.internal.rooms.security;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.WindowsSecurityContextOptions;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * ECS credentialSpecs → Kubernetes gmsaCredentialSpecName: Active Directory credentials of Windows containers.
 *
 * <p>ECS reads the spec from S3 or Parameter Store, Kubernetes from an object of the cluster
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows-gmsa.html,
 * https://kubernetes.io/docs/tasks/configure-pod-container/configure-gmsa/).
 */
public final class CredentialSpecs implements ContainerCorrespondence {

    @Override
    public Term term() {
        return Term.CREDENTIAL_SPEC;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to(
                "containerDefinitions[].credentialSpecs[]",
                "pod.spec.containers[].securityContext.windowsOptions.gmsaCredentialSpecName"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String container = "pod.spec.containers[].securityContext.windowsOptions.";
        String pod = "pod.spec.securityContext.windowsOptions.";
        return List.of(
                OwnedField.nowhere(container + "gmsaCredentialSpecName"),
                OwnedField.nowhere(container + "gmsaCredentialSpec"),
                OwnedField.nowhere(container + "hostProcess", "false"),
                OwnedField.nowhere(pod + "gmsaCredentialSpecName"),
                OwnedField.nowhere(pod + "gmsaCredentialSpec"),
                OwnedField.nowhere(pod + "hostProcess", "false"));
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        for (int i = 0; i < from.credentialSpecs().size(); i++) {
            if (!from.credentialSpecs().get(i).isEmpty()) {
                CredentialSpecNames.write(from.credentialSpecs().get(i), context, "credentialSpecs", i);
            }
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        if (from.getSecurityContext() != null) {
            WindowsSecurityContextOptions own = from.getSecurityContext().getWindowsOptions();
            String said = problem(own);
            if (said != null) {
                context.at("securityContext", "windowsOptions")
                        .report(
                                FindingCode.NO_ECS_COUNTERPART,
                                said,
                                "put the credential spec into S3 and name its ARN in credentialSpecs");
            }
        }
        if (context.pod().pod().getSecurityContext() != null) {
            String said = problem(context.pod().pod().getSecurityContext().getWindowsOptions());
            if (said != null) {
                context.pod()
                        .at("spec", "securityContext", "windowsOptions")
                        .report(
                                FindingCode.NO_ECS_COUNTERPART,
                                said,
                                "put the credential spec into S3 and name its ARN in credentialSpecs");
            }
        }
    }

    private static @Nullable String problem(@Nullable WindowsSecurityContextOptions windows) {
        if (windows == null) {
            return null;
        }
        if (windows.getGmsaCredentialSpecName() != null || windows.getGmsaCredentialSpec() != null) {
            return "ECS reads a credential spec from S3 or Parameter Store, not from the cluster";
        }
        return Boolean.TRUE.equals(windows.getHostProcess()) ? "ECS has no host process containers" : null;
    }
}
