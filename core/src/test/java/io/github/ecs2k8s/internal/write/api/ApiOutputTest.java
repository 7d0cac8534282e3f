package io.github.ecs2k8s.internal.write.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.internal.write.Shops;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calls of the AWS CLI and how to run them. */
class ApiOutputTest {
    private final ApiOutput shop = ApiOutput.of(Shops.read(Shops.SHOP));

    @Test
    void files_are_numbered_in_the_order_to_run() {
        assertThat(shop.files().keySet())
                .containsExactly(
                        "01-create-security-group-web.json",
                        "02-create-security-group-load-balancer.json",
                        "03-authorize-security-group-ingress-web.json",
                        "04-authorize-security-group-ingress-load-balancer.json",
                        "05-revoke-security-group-egress-load-balancer.json",
                        "06-authorize-security-group-egress-load-balancer.json",
                        "07-create-log-group-shop-web.json",
                        "08-create-secret-shop-db.json",
                        "09-create-private-dns-namespace-shop-local.json",
                        "10-create-service-web.json",
                        "11-create-load-balancer-shop.json",
                        "12-modify-load-balancer-attributes-shop.json",
                        "13-create-target-group-web.json",
                        "14-create-listener-listener.json",
                        "15-add-listener-certificates-listener.json",
                        "16-create-rule-web.json",
                        "17-create-role-shop-web-execution.json",
                        "18-put-role-policy-shop-web-execution.json",
                        "19-register-task-definition-shop-web.json",
                        "20-create-service-web.json",
                        "21-register-scalable-target-web.json",
                        "22-put-scaling-policy-web-requests.json",
                        "23-create-role-night-schedule.json",
                        "24-put-role-policy-night-schedule.json",
                        "25-create-schedule-night.json",
                        "README.md");
    }

    @Test
    void references_are_shell_variables_and_names_are_known() {
        assertThat(body("create-service", "aws ecs"))
                .containsEntry("cluster", "${CLUSTER_NAME}")
                .containsEntry("taskDefinition", "${WEB_TASK_DEFINITION}");
        assertThat(body("register-scalable-target", "aws")).containsEntry("ResourceId", "service/${CLUSTER_NAME}/web");
        assertThat(shop.files().get("22-put-scaling-policy-web-requests.json"))
                .contains("\"${LOAD_BALANCER_LOAD_BALANCER_FULL_NAME}/${WEB_TARGET_GROUP_TARGET_GROUP_FULL_NAME}\"");
    }

    @Test
    void what_a_shell_would_expand_in_a_command_stays() {
        assertThat(shop.files().get("19-register-task-definition-shop-web.json"))
                .contains("echo ${WebTargetGroup} ${HOME}")
                .contains("\"${HELLO}\"")
                .contains("http://${LOAD_BALANCER_DNS_NAME}/${HELLO}");
        assertThat(shop.readme()).doesNotContain("${HOME}").doesNotContain("${HELLO}");
    }

    @Test
    void the_readme_asks_for_what_belongs_to_the_account() {
        assertThat(shop.readme()).contains("""
                export VPC_ID=  # the VPC
                export SUBNET_IDS=  # subnets from which tasks reach their images' registries, with commas between them
                export CERTIFICATE_ARN=  # for certificate arn
                export OTHER_CERTIFICATE_ARN=  # for certificate arn
                export AWS_REGION="$(aws configure get region)"  # the region
                export AWS_ACCOUNT_ID="$(aws sts get-caller-identity --query Account --output text)"  # the account
                export CLUSTER_NAME=default  # the ECS cluster; it has to exist
                SUBNET_IDS=$(printf %s "$SUBNET_IDS" | sed 's/,/","/g')
                """);
    }

    @Test
    void the_readme_keeps_what_a_call_prints() {
        assertThat(shop.readme())
                .contains("""
                WEB_TARGET_GROUP=$(aws elbv2 create-target-group --cli-input-json \\
                    "$(envsubst '${VPC_ID}' < 13-create-target-group-web.json)" \\
                    --query 'TargetGroups[0].TargetGroupArn' --output text)
                export WEB_TARGET_GROUP
                export WEB_TARGET_GROUP_TARGET_GROUP_FULL_NAME="${WEB_TARGET_GROUP##*:}"
                """)
                .contains("""
                VALUES=$(aws elbv2 create-load-balancer --cli-input-json \\
                    "$(envsubst '${SUBNET_IDS} ${LOAD_BALANCER_SECURITY_GROUP}' < 11-create-load-balancer-shop.json)" \\
                    --query '[LoadBalancers[0].LoadBalancerArn, LoadBalancers[0].DNSName]' --output text)
                read -r LOAD_BALANCER LOAD_BALANCER_DNS_NAME <<EOF
                $VALUES
                EOF
                """)
                .contains("aws logs create-log-group --cli-input-json file://07-create-log-group-shop-web.json\n");
    }

    @Test
    void secrets_get_their_value_from_whoever_knows_it() {
        assertThat(body("create-secret", "aws"))
                .isEqualTo(Map.of("Name", "shop/db", "KmsKeyId", "1234abcd-12ab-34cd-56ef-1234567890ab"));
        assertThat(shop.readme())
                .contains("aws secretsmanager put-secret-value --secret-id shop/db --secret-string file://VALUE\n");
    }

    @Test
    void what_registering_does_not_take_is_left_out() {
        ApiOutput output = ApiOutput.of(Shops.read("""
                {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:r:1:task-definition/web:3", "family": "web",
                  "revision": 3, "status": "ACTIVE", "containerDefinitions": [{"name": "web", "image": "web"}]}}
                """));
        assertThat(output.calls()).hasSize(1);
        assertThat(output.calls().get(0).body()).containsOnlyKeys("family", "containerDefinitions");
    }

    @Test
    void arns_that_mean_another_part_become_references() {
        ApiOutput output = ApiOutput.of(Shops.read("""
                [{"family": "web", "containerDefinitions": [{"name": "web", "image": "web"}]},
                 {"TargetGroups": [{"TargetGroupArn": "arn:aws:elasticloadbalancing:r:1:targetgroup/web/01",
                    "TargetGroupName": "web", "Protocol": "HTTP", "Port": 80, "VpcId": "vpc-1"}]},
                 {"serviceName": "web", "taskDefinition": "web:2", "desiredCount": 1, "loadBalancers": [
                    {"targetGroupArn": "arn:aws:elasticloadbalancing:r:1:targetgroup/web/01"}]}]
                """));
        ApiCall service = output.calls().get(2);
        assertThat(service.body()).containsEntry("taskDefinition", "${WEB_TASK_DEFINITION}");
        assertThat(service.variables()).isEqualTo(List.of("WEB_TASK_DEFINITION", "WEB_TARGET_GROUP", "CLUSTER_NAME"));
    }

    private Map<String, Object> body(String operation, String service) {
        for (ApiCall call : shop.calls()) {
            if (call.command().startsWith(service) && call.command().endsWith(" " + operation)) {
                return call.body();
            }
        }
        throw new AssertionError("no call of " + operation);
    }
}
