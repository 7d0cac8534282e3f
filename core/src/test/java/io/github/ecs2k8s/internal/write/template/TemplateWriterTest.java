package io.github.ecs2k8s.internal.write.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.ecs.EcsBundle;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.internal.write.Shops;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** A bundle as one template. */
class TemplateWriterTest {
    private final EcsBundle bundle = Shops.read(Shops.SHOP);
    private final String template = TemplateWriter.write(bundle);

    @Test
    void what_belongs_to_the_account_is_a_parameter() {
        assertThat(template).startsWith("""
                AWSTemplateFormatVersion: "2010-09-09"
                Description: "Amazon ECS: web (needs CAPABILITY_IAM)"
                Parameters:
                  VpcId:
                    Type: AWS::EC2::VPC::Id
                    Description: The VPC
                  SubnetIds:
                    Type: List<AWS::EC2::Subnet::Id>
                    Description: Subnets from which tasks reach their images' registries, in two zones or more
                  CertificateArn:
                    Type: String
                    Description: The ARN of the certificate
                  OtherCertificateArn:
                    Type: String
                    Description: The ARN of the certificate
                  ClusterName:
                    Type: String
                    Default: default
                    Description: The ECS cluster
                Resources:
                """);
    }

    @Test
    void a_service_waits_for_what_forwards_to_its_target_group() {
        assertThat(template)
                .contains("""
                  WebService:
                    Type: AWS::ECS::Service
                    DependsOn: WebRule
                    Properties:
                      Cluster: !Ref ClusterName
                      ServiceName: web
                      TaskDefinition: !Ref WebTaskDefinition
                """)
                .contains("          Subnets: !Ref SubnetIds\n")
                .contains("PlacementStrategies:");
    }

    @Test
    void the_execution_role_may_do_what_the_task_definition_needs_and_nothing_else() {
        assertThat(template).contains("""
                          PolicyDocument:
                            Version: "2012-10-17"
                            Statement:
                              - Effect: Allow
                                Action:
                                  - ecr:GetAuthorizationToken
                                Resource: "*"
                              - Effect: Allow
                                Action:
                                  - ecr:BatchCheckLayerAvailability
                                  - ecr:GetDownloadUrlForLayer
                                  - ecr:BatchGetImage
                                Resource: !Sub arn:${AWS::Partition}:ecr:eu-west-1:123456789012:repository/shop/web
                              - Effect: Allow
                                Action:
                                  - logs:CreateLogStream
                                  - logs:PutLogEvents
                                Resource: !GetAtt ShopWebLogGroup.Arn
                              - Effect: Allow
                                Action:
                                  - secretsmanager:GetSecretValue
                                Resource: !Ref DbSecret
                              - Effect: Allow
                                Action:
                                  - kms:Decrypt
                                Resource: !Sub arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab
                              - Effect: Allow
                                Action:
                                  - ssm:GetParameters
                                Resource: !Sub arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/key
                  WebTaskDefinition:
                """);
    }

    @Test
    void a_schedule_may_run_its_task_and_hand_over_the_roles_of_the_task() {
        assertThat(template).contains("""
                              - Effect: Allow
                                Action:
                                  - ecs:RunTask
                                Resource: !Ref WebTaskDefinition
                                Condition:
                                  ArnEquals:
                                    ecs:cluster: arn:aws:ecs:eu-west-1:123456789012:cluster/shop
                              - Effect: Allow
                                Action:
                                  - iam:PassRole
                                Resource:
                                  - arn:aws:iam::123456789012:role/shop-web-task
                                  - !GetAtt ShopWebExecutionRole.Arn
                                Condition:
                                  StringEquals:
                                    iam:PassedToService: ecs-tasks.amazonaws.com
                """).contains("      RoleArn: !GetAtt NightScheduleRole.Arn\n");
    }

    @Test
    void a_task_definition_that_needs_no_execution_role_gets_none() {
        String plain = TemplateWriter.write(Shops.read(
                "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"web\", \"image\": \"nginx\"}]}"));
        assertThat(plain).isEqualTo("""
                AWSTemplateFormatVersion: "2010-09-09"
                Description: "Amazon ECS: web"
                Resources:
                  WebTaskDefinition:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      Family: web
                      ContainerDefinitions:
                        - Name: web
                          Image: nginx
                """);
    }

    @Test
    void what_a_shell_would_expand_stays_and_what_is_known_is_put_in() {
        assertThat(template)
                .contains("            - !Sub echo ${!WebTargetGroup} ${!HOME}\n")
                .contains("              Value: ${HELLO}\n")
                .contains("              Value: !Sub http://${LoadBalancer.DNSName}/${!HELLO}\n");
    }

    @Test
    void groups_that_name_each_other_have_their_rules_apart() {
        assertThat(template).contains("""
                  WebSecurityGroupIngress1:
                    Type: AWS::EC2::SecurityGroupIngress
                    Properties:
                      GroupId: !GetAtt WebSecurityGroup.GroupId
                      IpProtocol: tcp
                      FromPort: 8080
                      ToPort: 8080
                      SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup
                """).contains("""
                      SecurityGroupEgress:
                        - IpProtocol: "-1"
                          CidrIp: 127.0.0.1/32
                          Description: Nothing else
                """);
    }

    @Test
    void the_template_is_read_back() {
        EcsBundle back = Shops.read(template);
        TaskDefinition expected = bundle.taskDefinitions().get(0).definition();
        TaskDefinition actual = back.taskDefinitions().get(0).definition();
        assertThat(actual.executionRoleArn()).isEqualTo("${ShopWebExecutionRole.Arn}");
        assertThat(actual.toBuilder().executionRoleArn(null).build()).isEqualTo(expected);
        assertThat(back.taskDefinitions().get(0).tags())
                .isEqualTo(bundle.taskDefinitions().get(0).tags());
        // The parameter has a default.
        assertThat(service(back).toBuilder().cluster("${ClusterName}").build()).isEqualTo(service(bundle));
        assertThat(back.resources().of(TargetGroup.class).get(0).value())
                .isEqualTo(bundle.resources().of(TargetGroup.class).get(0).value());
    }

    @Test
    void what_a_part_needs_of_the_account_and_does_not_say_is_asked_for() {
        String asking = TemplateWriter.write(Shops.read("""
                [{"family": "web", "networkMode": "awsvpc", "containerDefinitions": [{"name": "web", "image": "web"}]},
                 {"serviceName": "web", "taskDefinition": "web", "desiredCount": 1},
                 {"ResourceId": "service/default/web", "ScalableDimension": "ecs:service:DesiredCount",
                  "ServiceNamespace": "ecs", "MinCapacity": 1, "MaxCapacity": 2},
                 {"LoadBalancerName": "web", "Scheme": "internal"}]
                """));
        assertThat(asking)
                .contains("      Cluster: !Ref ClusterName\n")
                .contains("        AwsvpcConfiguration:\n          Subnets: !Ref SubnetIds\n")
                .contains("      Subnets: !Ref SubnetIds\n")
                .contains("      ResourceId: !Sub service/${ClusterName}/${WebService.Name}\n");
    }

    @Test
    void members_are_spelled_as_their_types_have_them() {
        assertThat(template).contains("""
                      Volumes:
                        - Name: data
                          EFSVolumeConfiguration:
                            FilesystemId: fs-0123abcd
                            AuthorizationConfig:
                              IAM: ENABLED
                """);
        String proxy = TemplateWriter.write(Shops.read("""
                {"family": "web", "containerDefinitions": [{"name": "web", "image": "web"}], "proxyConfiguration":
                  {"containerName": "envoy", "properties": [{"name": "ProxyIngressPort", "value": "1"}]}}
                """));
        assertThat(proxy).contains("        ProxyConfigurationProperties:\n          - Name: ProxyIngressPort\n");
        assertThat(Shops.read(proxy)
                        .taskDefinitions()
                        .get(0)
                        .definition()
                        .proxyConfiguration()
                        .properties())
                .hasSize(1);
    }

    private static CreateServiceRequest service(EcsBundle bundle) {
        return bundle.resources().of(CreateServiceRequest.class).get(0).value();
    }
}
