package io.github.ecs2k8s.internal.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.LoadBalancerBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/** Entrances: results that are broken on purpose. */
class WhoEntersTest {
    private static final String HARBOUR = """
            Resources:
              Quay:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: quay
                  NetworkMode: awsvpc
                  ContainerDefinitions:
                    - Name: quay
                      Image: "example/quay:1"
                      Memory: 128
                      PortMappings: [{ContainerPort: 8080}, {ContainerPort: 9090}]
              Harbour:
                Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                Properties: {Name: harbour, Scheme: internal, Subnets: [subnet-1, subnet-2]}
              Ships:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties: {Name: ships, Port: 80, Protocol: HTTP, TargetType: ip, VpcId: vpc-1}
              Gate:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties:
                  LoadBalancerArn: !Ref Harbour
                  Port: 80
                  Protocol: HTTP
                  DefaultActions: [{Type: forward, TargetGroupArn: !Ref Ships}]
              Service:
                Type: AWS::ECS::Service
                Properties:
                  ServiceName: quay
                  TaskDefinition: !Ref Quay
                  DesiredCount: 1
                  LoadBalancers: [{TargetGroupArn: !Ref Ships, ContainerName: quay, ContainerPort: 8080}]
                  NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
            """;

    private static final String PIER = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: pier}
            spec:
              selector: {matchLabels: {app: pier}}
              template:
                metadata: {labels: {app: pier}}
                spec:
                  containers:
                    - name: pier
                      image: example/pier:1
                      ports: [{name: web, containerPort: 8080}, {name: inner, containerPort: 9090}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: pier}
            spec:
              selector: {app: pier}
              ports: [{name: http, port: 80, targetPort: web}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: pier, annotations: {alb.ingress.kubernetes.io/target-type: ip}}
            spec:
              ingressClassName: alb
              rules:
                - http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: pier, port: {name: http}}}}]}
            """;

    private static final String LOST =
            " behaviour-entrance: a load balancer leads to port 8080 of service quay, none would lead to it of Deployment quay";

    @Test
    void nothing_is_said_of_what_the_rooms_make() {
        assertThat(Mutants.toKubernetes(HARBOUR, objects -> {})).isEmpty();
        assertThat(Mutants.toEcs(PIER, bundle -> bundle)).isEmpty();
    }

    @Test
    void an_entrance_that_leads_nowhere() {
        assertThat(Mutants.toKubernetes(HARBOUR, objects -> objects.remove(Mutants.only(Ingress.class, objects))))
                .containsExactly("/Resources/Service/Properties/LoadBalancers/0" + LOST);
        assertThat(Mutants.toKubernetes(
                        HARBOUR,
                        objects -> Mutants.only(Service.class, objects)
                                .getSpec()
                                .getPorts()
                                .get(0)
                                .setTargetPort(new IntOrString("nobody"))))
                .containsExactly("/Resources/Service/Properties/LoadBalancers/0" + LOST);
    }

    @Test
    void an_entrance_to_another_port() {
        assertThat(Mutants.toKubernetes(
                        HARBOUR,
                        objects -> Mutants.only(Service.class, objects)
                                .getSpec()
                                .getPorts()
                                .get(0)
                                .setTargetPort(new IntOrString(9090))))
                .containsExactlyInAnyOrder(
                        "/Resources/Service/Properties/LoadBalancers/0" + LOST,
                        "/Resources/Service/Properties behaviour-entrance: no load balancer leads to port 9090 of service"
                                + " quay, one would lead to it of Deployment quay");
    }

    @Test
    void a_second_entrance() {
        assertThat(Mutants.toKubernetes(
                        HARBOUR,
                        objects -> objects.add(new ServiceBuilder()
                                .withNewMetadata()
                                .withName("public")
                                .endMetadata()
                                .withNewSpec()
                                .withType("LoadBalancer")
                                .withSelector(Mutants.only(Service.class, objects)
                                        .getSpec()
                                        .getSelector())
                                .withPorts(
                                        new ServicePortBuilder().withPort(9090).build())
                                .endSpec()
                                .build())))
                .singleElement()
                .asString()
                .contains("no load balancer leads to port 9090 of service quay");
    }

    @Test
    void the_same_on_the_way_to_ecs() {
        assertThat(Mutants.toEcs(
                        PIER,
                        bundle -> Mutants.change(
                                CreateServiceRequest.class,
                                bundle,
                                service -> service.toBuilder()
                                        .loadBalancers(List.of())
                                        .build())))
                .containsExactly(
                        " behaviour-entrance: a load balancer leads to port 8080 of Deployment pier, none would lead"
                                + " to it of service pier");
        assertThat(Mutants.toEcs(
                        PIER,
                        bundle -> Mutants.change(
                                CreateServiceRequest.class,
                                bundle,
                                service -> service.toBuilder()
                                        .loadBalancers(service.loadBalancers().get(0).toBuilder()
                                                .containerPort(9090)
                                                .build())
                                        .build())))
                .hasSize(2);
        assertThat(Mutants.toEcs(PIER, bundle -> Mutants.change(Listener.class, bundle, listener -> null)))
                .hasSize(1);
    }

    @Test
    void an_internal_entrance_that_became_public() {
        assertThat(Mutants.toKubernetes(
                        HARBOUR,
                        objects -> Mutants.only(Ingress.class, objects)
                                .getMetadata()
                                .getAnnotations()
                                .put("alb.ingress.kubernetes.io/scheme", "internet-facing")))
                .containsExactly(
                        "/Resources/Service/Properties behaviour-exposure: service quay is reached from inside only,"
                                + " Deployment quay would be reached from the internet");
        assertThat(Mutants.toEcs(
                        PIER,
                        bundle -> Mutants.change(
                                LoadBalancer.class,
                                bundle,
                                balancer -> LoadBalancerBuilder.builder(balancer)
                                        .scheme("internet-facing")
                                        .build())))
                .containsExactly(
                        " behaviour-exposure: Deployment pier is reached from inside only, service pier would be"
                                + " reached from the internet");
    }
}
