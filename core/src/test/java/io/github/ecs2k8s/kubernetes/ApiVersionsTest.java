package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Old API versions are read as their successors; what the server noted is not read at all. */
class ApiVersionsTest {
    private final Findings findings = new Findings();

    private String read(String yaml) {
        List<LocatedObject> objects = new ArrayList<>();
        for (Node document : Documents.parse(new SourceFile("old.yaml", yaml), findings)) {
            objects.addAll(ManifestReader.readApplied(document, findings));
        }
        return ManifestWriter.yaml(objects.stream().map(LocatedObject::object).toList());
    }

    private void sayOneSuccessor(String successor) {
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(FindingCode.API_VERSION);
        assertThat(findings.sorted().get(0).message()).endsWith(" is read as " + successor);
        assertThat(findings.sorted().get(0).pointer()).isEqualTo("/apiVersion");
    }

    @Test
    void an_old_deployment_selects_by_the_labels_of_its_template() {
        String read = read("""
                apiVersion: extensions/v1beta1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  template:
                    metadata:
                      labels:
                        app: web
                    spec:
                      containers:
                        - name: web
                          image: web:1
                """);
        assertThat(read).contains("apiVersion: apps/v1\n").contains("""
                  selector:
                    matchLabels:
                      app: web
                """);
        sayOneSuccessor("apps/v1");
    }

    @Test
    void backends_of_an_old_ingress_become_services() {
        String read = read("""
                apiVersion: networking.k8s.io/v1beta1
                kind: Ingress
                metadata:
                  name: web
                spec:
                  backend:
                    serviceName: other
                    servicePort: http
                  rules:
                    - http:
                        paths:
                          - path: /
                            backend:
                              serviceName: web
                              servicePort: 80
                """);
        assertThat(read)
                .contains("apiVersion: networking.k8s.io/v1\n")
                .contains("""
                  defaultBackend:
                    service:
                      name: other
                      port:
                        name: http
                """)
                .contains("pathType: ImplementationSpecific")
                .contains("""
                              service:
                                name: web
                                port:
                                  number: 80
                """);
        sayOneSuccessor("networking.k8s.io/v1");
    }

    @Test
    void the_one_number_of_the_first_autoscaler_is_a_metric() {
        String read = read("""
                apiVersion: autoscaling/v1
                kind: HorizontalPodAutoscaler
                metadata:
                  name: web
                spec:
                  maxReplicas: 4
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: web
                  targetCPUUtilizationPercentage: 70
                """);
        assertThat(read).contains("""
                  metrics:
                    - type: Resource
                      resource:
                        name: cpu
                        target:
                          type: Utilization
                          averageUtilization: 70
                """);
        sayOneSuccessor("autoscaling/v2");
    }

    @Test
    void metrics_of_a_beta_autoscaler_have_metric_and_target() {
        String read = read("""
                apiVersion: autoscaling/v2beta1
                kind: HorizontalPodAutoscaler
                metadata:
                  name: web
                spec:
                  maxReplicas: 4
                  scaleTargetRef:
                    kind: Deployment
                    name: web
                  metrics:
                    - type: Resource
                      resource:
                        name: memory
                        targetAverageUtilization: 60
                    - type: Pods
                      pods:
                        metricName: requests
                        targetAverageValue: 1k
                    - type: Object
                      object:
                        target:
                          kind: Service
                          name: web
                        metricName: hits
                        targetValue: "10"
                    - type: External
                      external:
                        metricName: queue
                        metricSelector:
                          matchLabels:
                            queue: jobs
                        targetAverageValue: "30"
                """);
        assertThat(read)
                .contains("averageUtilization: 60")
                .contains("averageValue: 1k")
                .contains("describedObject:")
                .contains("value: \"10\"")
                .contains("queue: jobs")
                .contains("averageValue: \"30\"");
        sayOneSuccessor("autoscaling/v2");
    }

    @Test
    void the_notes_of_the_server_are_not_read() {
        String read = read("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                  uid: 0d5b
                  resourceVersion: "12"
                  creationTimestamp: "2024-01-01T00:00:00Z"
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: "{}"
                  managedFields:
                    - manager: kubectl
                      operation: Update
                spec:
                  containers:
                    - name: web
                      image: web:1
                status:
                  phase: Running
                """);
        assertThat(read).isEqualTo("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                spec:
                  containers:
                    - name: web
                      image: web:1
                """);
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void an_object_to_be_named_by_the_server_has_the_beginning_of_its_name() {
        String read = read("""
                apiVersion: v1
                kind: Pod
                metadata:
                  generateName: task-
                spec:
                  containers: []
                """);
        assertThat(read).contains("\n  name: task\n");
    }
}
