package io.github.ecs2k8s.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.ecs.resource.EventRule;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.ListenerRule;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

class ResourceReadingTest {
    private static final String ELB = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:";

    /** What commands of the AWS CLI print and take, and what each is. */
    static final String FORMS = """
            {"services": [{"serviceName": "web"}], "failures": []}                                           | service
            {"service": {"serviceArn": "arn:aws:ecs:eu-west-1:123456789012:service/c/web"}}                  | service
            {"serviceName": "web", "taskDefinition": "web"}                                                  | service
            {"schedulingStrategy": "DAEMON"}                                                                 | service
            {"ServiceName": "web", "TaskDefinition": "web", "DesiredCount": 1}                               | service
            {"service": "web", "cluster": "c", "taskDefinition": "web:2"}                                    | service
            {"cluster": "c", "taskDefinition": "web", "overrides": {}}                                       | run task
            {"tasks": [{"taskArn": "arn:aws:ecs:eu-west-1:123456789012:task/c/1"}]}                          | task
            {"clusters": [{"clusterName": "c"}]}                                                             | cluster
            {"clusterName": "c"}                                                                             | cluster
            {"capacityProviders": [{"name": "FARGATE_SPOT"}]}                                                | capacity provider
            {"cluster": "c", "capacityProviders": ["FARGATE"], "defaultCapacityProviderStrategy": [{"capacityProvider": "FARGATE"}]} | capacity provider associations
            {"LoadBalancers": [{"LoadBalancerName": "lb"}]}                                                  | load balancer
            {"Name": "lb", "Subnets": ["subnet-1", "subnet-2"]}                                              | load balancer
            {"Listeners": [{"ListenerArn": "arn:l", "Port": 443}]}                                           | listener
            {"LoadBalancerArn": "arn:lb", "Protocol": "HTTP", "Port": 80, "DefaultActions": [{"Type": "forward"}]} | listener
            {"Rules": [{"RuleArn": "arn:r", "Priority": "10", "Conditions": [], "Actions": []}]}             | listener rule
            {"Rules": [{"Name": "nightly", "Arn": "arn:e", "State": "ENABLED", "ScheduleExpression": "rate(1 day)"}]} | event rule
            {"ListenerArn": "arn:l", "Priority": 10, "Conditions": [{"Field": "path-pattern"}], "Actions": [{"Type": "forward"}]} | listener rule
            {"TargetGroups": [{"TargetGroupName": "web"}]}                                                   | target group
            {"Name": "web", "Protocol": "HTTP", "Port": 80, "VpcId": "vpc-1", "TargetType": "ip"}            | target group
            {"ScalableTargets": [{"ResourceId": "service/c/web"}]}                                           | scalable target
            {"ServiceNamespace": "ecs", "ResourceId": "service/c/web", "ScalableDimension": "ecs:service:DesiredCount", "MinCapacity": 1} | scalable target
            {"ScalingPolicies": [{"PolicyName": "cpu", "ResourceId": "service/c/web"}]}                      | scaling policy
            {"PolicyName": "cpu", "PolicyType": "TargetTrackingScaling", "ResourceId": "service/c/web"}      | scaling policy
            {"ScheduledActions": [{"ScheduledActionName": "morning"}]}                                       | scheduled action
            {"ScheduledActionName": "morning", "Schedule": "cron(0 8 * * ? *)"}                              | scheduled action
            {"MetricAlarms": [{"AlarmName": "high"}], "CompositeAlarms": []}                                 | alarm
            {"AlarmName": "high", "ComparisonOperator": "GreaterThanThreshold"}                              | alarm
            {"Namespaces": [{"Id": "ns-1", "Name": "local", "Type": "DNS_PRIVATE"}]}                         | cloud map namespace
            {"Namespace": {"Id": "ns-1", "Name": "local"}}                                                   | cloud map namespace
            {"Name": "local", "Vpc": "vpc-1"}                                                                | cloud map namespace
            {"Services": [{"Id": "srv-1", "Name": "web", "Arn": "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-1"}]} | cloud map service
            {"Service": {"Id": "srv-1", "Name": "web", "NamespaceId": "ns-1"}}                               | cloud map service
            {"Name": "web", "NamespaceId": "ns-1", "DnsConfig": {"DnsRecords": [{"Type": "A", "TTL": 60}]}}  | cloud map service
            {"SecurityGroups": [{"GroupId": "sg-1"}]}                                                        | security group
            {"SecurityGroupRules": [{"SecurityGroupRuleId": "sgr-1", "IsEgress": false}]}                    | security group rule
            {"Subnets": [{"SubnetId": "subnet-1"}]}                                                          | subnet
            {"Name": "nightly", "ScheduleExpression": "rate(1 day)"}                                         | event rule
            {"Name": "nightly", "ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": "arn:c"}} | schedule
            {"FileSystems": [{"FileSystemId": "fs-1"}]}                                                      | file system
            {"AccessPoints": [{"AccessPointId": "fsap-1"}]}                                                  | access point
            {"MountTargets": [{"MountTargetId": "fsmt-1"}]}                                                  | mount target
            {"ARN": "arn:s", "Name": "db", "VersionIdsToStages": {"1": ["AWSCURRENT"]}}                      | secret
            {"SecretList": [{"ARN": "arn:s", "Name": "db"}]}                                                 | secret
            {"Id": "srv-1", "Name": "web", "Arn": "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-1"} | cloud map service
            {"Id": "ns-1", "Name": "local", "Arn": "arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1"} | cloud map namespace
            {"ARN": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf", "Name": "db"}          | secret
            {"Name": "nightly", "Arn": "arn:aws:events:eu-west-1:123456789012:rule/nightly"}                 | event rule
            {"logGroups": [{"logGroupName": "/web"}]}                                                        | log group
            [{"clusterName": "c"}, {"serviceName": "web", "cluster": "c"}]                                   | cluster, service
            """;

    private final Findings findings = new Findings();
    private final EcsReader reader = new EcsReader(findings, TemplateValues.NONE);

    private ResourceReadingTest read(String file, String text) {
        reader.read(new SourceFile(file, text));
        return this;
    }

    private <T> T only(Class<T> model) {
        List<Resource<T>> found = reader.bundle().resources().of(model);
        assertThat(found).hasSize(1);
        return found.get(0).value();
    }

    private List<FindingCode> codes() {
        reader.bundle();
        return findings.sorted().stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = FORMS)
    void recognisesEveryOutputAndInput(String text, String kinds) {
        read("x.json", text);

        assertThat(reader.bundle().resources().all())
                .extracting(resource -> resource.kind().toString())
                .containsExactly(kinds.split(", "));
        // A service is read through the API's own model, which begins its members with a small letter.
        assertThat(findings.sorted())
                .extracting(Finding::code)
                .isSubsetOf(text.contains("ServiceName") ? List.of(FindingCode.SPELLING_CORRECTED) : List.of());
    }

    @Test
    void takesForAServiceWhatOnlyItsPrimaryDeploymentTells() {
        read("x.json", """
                {"services": [{"serviceName": "web", "clusterArn": "arn:aws:ecs:eu-west-1:123456789012:cluster/shop",
                  "roleArn": "arn:aws:iam::123456789012:role/elb", "runningCount": 2, "status": "ACTIVE",
                  "deployments": [
                    {"status": "ACTIVE", "serviceConnectConfiguration": {"enabled": false}},
                    {"status": "PRIMARY", "serviceConnectConfiguration": {"enabled": true, "namespace": "local"},
                     "volumeConfigurations": [{"name": "data"}]}]}]}""");

        CreateServiceRequest service = only(CreateServiceRequest.class);
        assertThat(service.cluster()).endsWith("cluster/shop");
        assertThat(service.role()).endsWith("role/elb");
        assertThat(service.serviceConnectConfiguration().namespace()).isEqualTo("local");
        assertThat(service.volumeConfigurations()).hasSize(1);
        MappingNode node = reader.bundle().resources().all().get(0).node();
        assertThat(node.nearest("serviceConnectConfiguration", "namespace").pointer())
                .hasToString("/services/0/serviceConnectConfiguration/namespace");
        assertThat(node.nearest("serviceConnectConfiguration", "namespace").location())
                .hasToString("x.json:5:89");
        assertThat(((MappingNode) node.nearest("deployments", 1)).has("volumeConfigurations"))
                .isFalse();
        assertThat(codes()).isEmpty();
    }

    @Test
    void takesForAServiceWithAnExternalControllerWhatItsTaskSetRuns() {
        read("x.json", """
                {"service": {"serviceName": "web", "deploymentController": {"type": "EXTERNAL"}, "loadBalancers": [],
                  "taskSets": [{"status": "ACTIVE", "taskDefinition": "old"},
                    {"status": "PRIMARY", "taskDefinition": "web:3", "loadBalancers": [{"containerName": "web"}]}]}}""");

        CreateServiceRequest service = only(CreateServiceRequest.class);
        assertThat(service.taskDefinition()).isEqualTo("web:3");
        assertThat(service.loadBalancers()).hasSize(1);
    }

    @Test
    void aTaskSetThatStandsApartTellsWhatItsServiceRuns() {
        read("x.json", """
                {"serviceName": "web", "cluster": "c", "deploymentController": {"type": "EXTERNAL"}}
                {"service": "web", "cluster": "c", "taskDefinition": "web:3", "scale": {"value": 100, "unit": "PERCENT"}}""");

        assertThat(only(CreateServiceRequest.class).taskDefinition()).isEqualTo("web:3");
        assertThat(codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.json, b.json", "b.json, a.json"})
    void laysAnUpdateOverTheServiceWhicheverIsReadFirst(String update, String described) {
        String[] texts = {
            "{\"service\": \"web\", \"cluster\": \"shop\", \"taskDefinition\": \"web:8\", \"forceNewDeployment\": true}",
            "{\"services\": [{\"serviceName\": \"web\", \"clusterArn\": \"arn:aws:ecs:e:1:cluster/shop\","
                    + " \"taskDefinition\": \"web:7\", \"desiredCount\": 3}]}"
        };
        boolean updateFirst = update.compareTo(described) < 0;
        read("first.json", texts[updateFirst ? 0 : 1]).read("second.json", texts[updateFirst ? 1 : 0]);

        CreateServiceRequest service = only(CreateServiceRequest.class);
        assertThat(service.taskDefinition()).isEqualTo("web:8");
        assertThat(service.desiredCount()).isEqualTo(3);
        assertThat(codes()).containsExactly(FindingCode.RESOURCE_MERGED);
    }

    @Test
    void keepsTwoWholeDescriptionsOfAServiceApart() {
        read("a.json", "{\"serviceName\": \"web\", \"cluster\": \"c\", \"desiredCount\": 1}")
                .read(
                        "b.json",
                        "{\"services\": [{\"serviceName\": \"web\", \"cluster\": \"c\", \"desiredCount\": 2}]}");

        assertThat(reader.bundle().resources().of(CreateServiceRequest.class)).hasSize(2);
    }

    @Test
    void mergesDescriptionsOfTheSameNeighbour() {
        read(
                        "a.json",
                        "{\"Name\": \"web\", \"Protocol\": \"HTTP\", \"HealthCheckPath\": \"/old\", \"TargetType\": \"ip\"}")
                .read(
                        "b.json",
                        "{\"TargetGroups\": [{\"TargetGroupArn\": \"" + ELB
                                + "targetgroup/web/1\", \"TargetGroupName\": \"web\", \"HealthCheckPath\": \"/new\"}]}");

        TargetGroup group = only(TargetGroup.class);
        assertThat(group.healthCheckPath()).isEqualTo("/new");
        assertThat(group.targetType()).isEqualTo("ip");
    }

    private static String groups(String... names) {
        StringBuilder text = new StringBuilder("{\"TargetGroups\": [");
        for (String name : names) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ")
                    .append("{\"TargetGroupArn\": \"")
                    .append(ELB)
                    .append("targetgroup/")
                    .append(name)
                    .append("/1\", \"TargetGroupName\": \"")
                    .append(name)
                    .append("\"}");
        }
        return text.append("]}").toString();
    }

    private static final String STICKY = "{\"Attributes\": [{\"Key\": \"stickiness.enabled\", \"Value\": \"true\"}]}";

    @ParameterizedTest
    @CsvSource({
        "groups.json, attributes.json",
        "web/groups.json, web/attributes.json",
        "elb/groups.json, attributes.json",
    })
    void attributesBelongToTheOnlyTargetGroup(String groups, String attributes) {
        read(attributes, STICKY).read(groups, groups("web"));

        assertThat(only(TargetGroup.class).targetGroupAttributes()).hasSize(1);
        assertThat(codes()).isEmpty();
    }

    @Test
    void attributesBelongToTheTargetGroupBesideThemOrOfTheirFilesName() {
        read("api/groups.json", groups("api"))
                .read("web/groups.json", groups("web", "admin"))
                .read("api/attributes.json", STICKY)
                .read("web/admin-attributes.json", STICKY);

        assertThat(reader.bundle().resources().of(TargetGroup.class))
                .extracting(group -> group.value().targetGroupAttributes().size())
                .containsExactly(1, 0, 1);
        assertThat(codes()).isEmpty();
    }

    @Test
    void attributesThatNobodyClaimsAreSaid() {
        read("groups.json", groups("web", "api")).read("attributes.json", STICKY);

        assertThat(codes()).containsExactly(FindingCode.OWNER_UNKNOWN);
    }

    @Test
    void attributesOfApplicationLoadBalancersAreNotOnesOfANetworkLoadBalancer() {
        read("x.json", """
                {"LoadBalancers": [{"LoadBalancerName": "n", "Type": "network"}, {"LoadBalancerName": "a", "Type": "application"}]}
                {"Attributes": [{"Key": "deletion_protection.enabled", "Value": "true"}, {"Key": "idle_timeout.timeout_seconds", "Value": "90"}]}""");

        assertThat(reader.bundle().resources().of(LoadBalancer.class))
                .extracting(
                        balancer -> balancer.value().loadBalancerAttributes().size())
                .containsExactly(0, 2);
    }

    @Test
    void attributesThatSayWhoseTheyAreGoThere() {
        read("x.json", """
                {"LoadBalancers": [{"LoadBalancerName": "a", "LoadBalancerArn": "arn:a"}, {"LoadBalancerName": "b", "LoadBalancerArn": "arn:b"}]}
                {"LoadBalancerArn": "arn:b", "Attributes": [{"Key": "idle_timeout.timeout_seconds", "Value": "90"}]}""");

        assertThat(reader.bundle().resources().of(LoadBalancer.class))
                .extracting(
                        balancer -> balancer.value().loadBalancerAttributes().size())
                .containsExactly(0, 1);
    }

    @Test
    void aScalingConfigurationBelongsToTheOnlyScalableTarget() {
        read("x.json", """
                {"TargetValue": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}}
                {"ScalableTargets": [{"ServiceNamespace": "ecs", "ResourceId": "service/c/web", "ScalableDimension": "ecs:service:DesiredCount"}]}""");

        ScalingPolicy policy = only(ScalingPolicy.class);
        assertThat(policy.resourceId()).isEqualTo("service/c/web");
        assertThat(policy.policyType()).isEqualTo("TargetTrackingScaling");
        assertThat(policy.targetTrackingScalingPolicyConfiguration().targetValue())
                .isEqualTo(60.0);
    }

    @Test
    void aRuleTellsItsListenerByItsOwnArn() {
        read(
                "x.json",
                "{\"Rules\": [{\"RuleArn\": \"" + ELB + "listener-rule/app/lb/1/2/3\", \"Priority\": \"default\"}]}");

        assertThat(only(ListenerRule.class).listenerArn()).isEqualTo(ELB + "listener/app/lb/1/2");
    }

    @Test
    void saysWhatAwsCouldNotDescribe() {
        read(
                "x.json",
                "{\"services\": [], \"failures\": [{\"arn\": \"arn:aws:ecs:e:1:service/c/web\", \"reason\": \"MISSING\"}]}");

        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly("AWS did not describe arn:aws:ecs:e:1:service/c/web: MISSING");
    }

    @Test
    void secretValuesAreNeverHeld() {
        read("x.json", "{\"ARN\": \"arn:s\", \"Name\": \"db\", \"SecretString\": \"hunter2\", \"VersionId\": \"1\"}");

        assertThat(reader.bundle().resources().all()).hasSize(1);
        assertThat(reader.bundle().toString()).doesNotContain("hunter2");
        assertThat(codes()).isEmpty();
    }

    @Test
    void templatesJoinWhatTheyWriteApart() {
        read("t.yaml", """
                Resources:
                  Listener:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: {Port: 443}
                  Certificates:
                    Type: AWS::ElasticLoadBalancingV2::ListenerCertificate
                    Properties:
                      ListenerArn: !Ref Listener
                      Certificates: [{CertificateArn: arn:c}]
                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      DeploymentController: {Type: EXTERNAL}
                      PlacementStrategies: [{Type: spread}]
                  Blue:
                    Type: AWS::ECS::TaskSet
                    Properties: {Service: !GetAtt Service.Name, TaskDefinition: web}
                """);

        assertThat(only(Listener.class).certificates()).hasSize(1);
        assertThat(only(CreateServiceRequest.class).taskDefinition()).isEqualTo("web");
        assertThat(only(CreateServiceRequest.class).placementStrategy()).hasSize(1);
        assertThat(codes()).isEmpty();
    }

    @Test
    void oneTemplateImportsWhatAnotherExports() {
        read("web.yaml", """
                Resources:
                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      Cluster: !ImportValue base-Cluster
                      TaskDefinition: web
                """).read("base.yaml", """
                Resources:
                  Cluster: {Type: AWS::ECS::Cluster}
                Outputs:
                  Cluster: {Value: !Ref Cluster, Export: {Name: !Sub "${AWS::StackName}-Cluster"}}
                """);

        assertThat(only(CreateServiceRequest.class).cluster()).isEqualTo("${Cluster}");
        assertThat(codes()).isEmpty();
    }

    @Test
    void readsTheTemplateThatGetTemplatePrints() {
        read("x.json", """
                {"TemplateBody": "Resources:\\n  C: {Type: AWS::ECS::Cluster}\\n", "StagesAvailable": ["Original"]}""");

        assertThat(reader.bundle().resources().all()).hasSize(1);
    }

    @Test
    void targetsGoToTheRuleTheyName() {
        read("x.json", """
                {"Rules": [{"Name": "nightly", "ScheduleExpression": "rate(1 day)"}, {"Name": "hourly", "ScheduleExpression": "rate(1 hour)"}]}
                {"Rule": "hourly", "Targets": [{"Id": "1", "Arn": "arn:c", "EcsParameters": {"TaskDefinitionArn": "arn:t"}}]}""");

        assertThat(reader.bundle().resources().of(EventRule.class))
                .extracting(rule -> rule.value().targets().size())
                .containsExactly(0, 1);
    }

    @Test
    void anythingAtAllGivesABundleOrABrokenInput() {
        Random random = new Random(5);
        List<String> values = List.of(
                "1",
                "\"\"",
                "\"x\"",
                "null",
                "{}",
                "[]",
                "[{}]",
                "true",
                "[null]",
                "{\"Key\": 1}",
                "[[]]",
                "\"arn:a\"");
        String[] forms = FORMS.split("\n");
        for (int i = 0; i < 20_000; i++) {
            String form = forms[random.nextInt(forms.length)];
            StringBuilder text = new StringBuilder(form.substring(0, form.lastIndexOf('|')));
            for (int n = random.nextInt(3); n >= 0; n--) {
                int colon = text.indexOf(": ", random.nextInt(text.length()));
                if (colon > 0) {
                    int end = colon + 2;
                    while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
                        end++;
                    }
                    text.replace(colon + 2, end, values.get(random.nextInt(values.size())));
                }
            }
            EcsReader each = new EcsReader(new Findings(), TemplateValues.NONE);
            try {
                each.read(new SourceFile("x.json", text.toString()));
                each.read(new SourceFile("y.json", form.substring(0, form.lastIndexOf('|'))));
                each.bundle();
            } catch (BrokenInputException e) {
                assertThat(e.location().line()).isPositive();
            } catch (RuntimeException e) {
                throw new AssertionError(text.toString(), e);
            }
        }
    }
}
