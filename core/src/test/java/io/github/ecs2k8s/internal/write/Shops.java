package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.read.EcsReader;
import io.github.ecs2k8s.options.TemplateValues;
import io.github.ecs2k8s.source.SourceFile;

/** Bundles that tests write. */
public final class Shops {
    /** Everything that one web service and a job at night need. */
    public static final String SHOP = """
            {
              "taskDefinitions": [
                {
                  "logicalId": "WebTaskDefinition",
                  "family": "shop-web",
                  "taskRoleArn": "arn:aws:iam::123456789012:role/shop-web-task",
                  "networkMode": "awsvpc",
                  "requiresCompatibilities": ["FARGATE"],
                  "cpu": "256",
                  "memory": "512",
                  "containerDefinitions": [
                    {
                      "name": "web",
                      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.42.0",
                      "essential": true,
                      "command": ["sh", "-c", "echo ${WebTargetGroup} ${HOME}"],
                      "environment": [
                        {"name": "GREETING", "value": "${HELLO}"},
                        {"name": "BALANCER", "value": "http://${LoadBalancer.DNSName}/${HELLO}"}
                      ],
                      "portMappings": [{"containerPort": 8080}],
                      "secrets": [
                        {"name": "PASSWORD", "valueFrom": "${DbSecret}:password::"},
                        {"name": "KEY", "valueFrom": "/shop/key"}
                      ],
                      "logConfiguration": {
                        "logDriver": "awslogs",
                        "options": {
                          "awslogs-group": "/shop/web",
                          "awslogs-region": "eu-west-1",
                          "awslogs-stream-prefix": "web"
                        }
                      }
                    }
                  ],
                  "volumes": [{"name": "data", "efsVolumeConfiguration": {"fileSystemId": "fs-0123abcd",
                    "authorizationConfig": {"iam": "ENABLED"}}}],
                  "tags": [{"key": "team", "value": "store"}]
                }
              ],
              "services": [
                {
                  "logicalId": "WebService",
                  "serviceName": "web",
                  "cluster": "${ClusterName}",
                  "taskDefinition": "${WebTaskDefinition}",
                  "desiredCount": 3,
                  "launchType": "FARGATE",
                  "loadBalancers": [
                    {"targetGroupArn": "${WebTargetGroup}", "containerName": "web", "containerPort": 8080}
                  ],
                  "networkConfiguration": {"awsvpcConfiguration": {
                    "subnets": ["${SubnetIds}"], "securityGroups": ["${WebSecurityGroup}"]}},
                  "placementStrategy": [{"type": "spread", "field": "instanceId"}]
                }
              ],
              "loadBalancers": [
                {"logicalId": "LoadBalancer", "Scheme": "internet-facing", "Name": "shop", "Subnets": ["${SubnetIds}"],
                  "SecurityGroups": ["${LoadBalancerSecurityGroup}"],
                  "LoadBalancerAttributes": [{"Key": "idle_timeout.timeout_seconds", "Value": "30"}]}
              ],
              "listeners": [
                {"logicalId": "Listener", "LoadBalancerArn": "${LoadBalancer}", "Port": 443, "Protocol": "HTTPS",
                  "Certificates": [{"CertificateArn": "${CertificateArn}"}, {"CertificateArn": "${OtherCertificateArn}"}],
                  "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}]}
              ],
              "listenerRules": [
                {"logicalId": "WebRule", "ListenerArn": "${Listener}", "Priority": "10",
                  "Conditions": [{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/"]}}],
                  "Actions": [{"Type": "forward", "TargetGroupArn": "${WebTargetGroup}"}]}
              ],
              "targetGroups": [
                {"logicalId": "WebTargetGroup", "Name": "web", "Protocol": "HTTP", "Port": 8080, "VpcId": "${VpcId}",
                  "TargetType": "ip", "HealthCheckPath": "/healthz", "Matcher": {"HttpCode": "200"}}
              ],
              "scalableTargets": [
                {"logicalId": "WebScalableTarget", "ServiceNamespace": "ecs",
                  "ResourceId": "service/${ClusterName}/${WebService.Name}",
                  "ScalableDimension": "ecs:service:DesiredCount", "MinCapacity": 1, "MaxCapacity": 9}
              ],
              "scalingPolicies": [
                {"logicalId": "WebScalingPolicy", "PolicyName": "web-requests", "PolicyType": "TargetTrackingScaling",
                  "ServiceNamespace": "ecs", "ResourceId": "service/${ClusterName}/${WebService.Name}",
                  "ScalableDimension": "ecs:service:DesiredCount",
                  "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 100.0, "PredefinedMetricSpecification": {
                    "PredefinedMetricType": "ALBRequestCountPerTarget",
                    "ResourceLabel": "${LoadBalancer.LoadBalancerFullName}/${WebTargetGroup.TargetGroupFullName}"}}}
              ],
              "cloudMapNamespaces": [
                {"logicalId": "Namespace", "Name": "shop.local", "Type": "DNS_PRIVATE", "Vpc": "${VpcId}"}
              ],
              "cloudMapServices": [
                {"logicalId": "WebName", "Name": "web", "NamespaceId": "${Namespace}",
                  "DnsConfig": {"DnsRecords": [{"Type": "A", "TTL": 10}]}}
              ],
              "securityGroups": [
                {"logicalId": "WebSecurityGroup", "GroupName": "web", "Description": "Tasks of web", "VpcId": "${VpcId}",
                  "IpPermissions": [{"IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080,
                    "UserIdGroupPairs": [{"GroupId": "${LoadBalancerSecurityGroup}"}]}]},
                {"logicalId": "LoadBalancerSecurityGroup", "Description": "Entry", "VpcId": "${VpcId}",
                  "IpPermissions": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                    "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}],
                  "IpPermissionsEgress": [{"IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080,
                    "UserIdGroupPairs": [{"GroupId": "${WebSecurityGroup}"}]}]}
              ],
              "schedules": [
                {"logicalId": "NightSchedule", "Name": "night", "ScheduleExpression": "rate(1 day)",
                  "FlexibleTimeWindow": {"Mode": "OFF"},
                  "Target": {"Arn": "arn:aws:ecs:eu-west-1:123456789012:cluster/shop",
                    "EcsParameters": {"TaskDefinitionArn": "${WebTaskDefinition}", "LaunchType": "FARGATE",
                      "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["${SubnetIds}"]}}},
                    "Input": "{\\"containerOverrides\\":[{\\"name\\":\\"web\\",\\"command\\":[\\"${HOME}\\"]}]}"}}
              ],
              "secrets": [{"logicalId": "DbSecret", "Name": "shop/db", "KmsKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab"}]
            }
            """;

    private Shops() {}

    /** The bundle in a text. */
    public static EcsBundle read(String text) {
        EcsReader reader = new EcsReader(new Findings(), TemplateValues.NONE);
        reader.read(new SourceFile("shop.json", text));
        return reader.bundle();
    }
}
