package io.github.ecs2k8s.internal.rooms.service;

import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What describe-services tells about a service's past and present ⇄ nothing; its ARN is kept in an annotation, so that
 * one can see where the workload came from
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html).
 */
public final class ServiceRecords implements LaunchCorrespondence {
    private static final String SOURCE = "ecs2k8s.io/service";
    private static final List<String> NOTES = List.of(
            "runningCount",
            "pendingCount",
            "createdAt",
            "createdBy",
            "platformFamily",
            "currentServiceDeployment",
            "resourceManagementType",
            "deployments",
            "events",
            "taskSets",
            "currentServiceRevisions");

    @Override
    public Term term() {
        return Term.SERVICE_RECORD;
    }

    @Override
    public List<OwnedField> ecs() {
        List<OwnedField> owned = new ArrayList<>();
        owned.add(OwnedField.resolved("service.serviceArn", "workload.metadata.annotations"));
        owned.add(OwnedField.nowhere("service.status", "ACTIVE"));
        owned.add(OwnedField.nowhere("service.role"));
        owned.add(OwnedField.nowhere("service.roleArn"));
        owned.add(OwnedField.nowhere("service.clientToken"));
        owned.add(OwnedField.nowhere("service.monitoring.**"));
        for (String note : NOTES.subList(0, NOTES.indexOf("deployments"))) {
            owned.add(OwnedField.nowhere("service." + note));
        }
        for (String note : NOTES.subList(NOTES.indexOf("deployments"), NOTES.size())) {
            owned.add(OwnedField.nowhere("service." + note + ".**"));
        }
        return owned;
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(LaunchToKubernetes context) {
        if (context.service() == null) {
            return;
        }
        MappingNode node = context.node();
        if (node.get("serviceArn") instanceof ScalarNode arn && !arn.text().isEmpty()) {
            context.annotate(SOURCE, arn.text());
        }
        if (node.get("status") instanceof ScalarNode status
                && !status.text().isEmpty()
                && !status.text().equals("ACTIVE")) {
            context.at("status")
                    .report(
                            FindingCode.SERVICE_INACTIVE,
                            "the service is " + status.text() + "; it is written as if it were active",
                            "make sure that this is the service you want to run");
        }
        for (String role : List.of("role", "roleArn")) {
            if (node.has(role)) {
                context.at(role)
                        .report(
                                FindingCode.SERVICE_ROLE,
                                "the role is not written: in Kubernetes the Service finds its Pods by their labels");
            }
        }
        if (node.has("monitoring")) {
            context.at("monitoring")
                    .report(
                            FindingCode.CLUSTER_CONFIGURATION,
                            "what CloudWatch measures of the service is not written; the cluster's own metrics are for all Pods",
                            "install the Amazon CloudWatch Observability add-on, or Prometheus");
        }
        sayReadOnly("clientToken", context);
        NOTES.forEach(note -> sayReadOnly(note, context));
    }

    private static void sayReadOnly(String field, LaunchToKubernetes context) {
        Node value = context.node().get(field);
        if (value != null && !value.isNull()) {
            context.at(field).report(FindingCode.READ_ONLY_FIELD, field + " is the service's own note; not written");
        }
    }
}
