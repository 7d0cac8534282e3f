package io.github.ecs2k8s.internal.terraform.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final String[] WEB = {
        "variable \"name\" {}",
        "variable \"count_of\" { default = 1 }",
        "resource \"t\" \"x\" {",
        "  name = var.name",
        "  n = var.count_of",
        "  peer = t.y.arn",
        "}",
        "resource \"t\" \"y\" {}",
        "output \"arn\" { value = t.x.arn }",
        "output \"name\" { value = t.x.name }"
    };

    @Test
    void what_a_resource_is_given_is_known_and_what_aws_gives_it_stays_a_reference() {
        Configurations configuration = Configurations.of(
                "resource \"aws_lb\" \"main\" {",
                "  name = \"edge\"",
                "}",
                "resource \"t\" \"x\" {",
                "  a = aws_lb.main.name",
                "  b = aws_lb.main.arn",
                "  c = \"${aws_lb.main.id}:80\"",
                "}");

        assertThat(configuration.resources().get(1))
                .isEqualTo("t.x {\"a\":\"edge\",\"b\":\"${aws_lb.main.arn}\",\"c\":\"${aws_lb.main.id}:80\"}");
        assertThat(configuration.findings()).isEmpty();
    }

    @Test
    void a_module_called_twice_has_its_own_values_each_time() {
        Configurations configuration = Configurations.of(
                        "module \"a\" {",
                        "  source = \"./web\"",
                        "  name = \"one\"",
                        "}",
                        "module \"b\" {",
                        "  source = \"./web\"",
                        "  for_each = toset([\"x\"])",
                        "  name = each.key",
                        "  count_of = 2",
                        "}",
                        "resource \"t\" \"z\" {",
                        "  v = [module.a.arn, module.b[\"x\"].name]",
                        "}")
                .file("web/main.tf", WEB);

        assertThat(configuration.resources())
                .contains(
                        "module.a.t.x {\"name\":\"one\",\"n\":1,\"peer\":\"${module.a.t.y.arn}\"}",
                        "module.b[\"x\"].t.x {\"name\":\"x\",\"n\":2,\"peer\":\"${module.b[\\\"x\\\"].t.y.arn}\"}",
                        "t.z {\"v\":[\"${module.a.t.x.arn}\",\"x\"]}");
    }

    @Test
    void modules_of_a_registry_stand_where_terraform_get_has_put_them() {
        Configurations configuration = Configurations.of(
                        "module \"w\" {", "  source = \"org/web/aws\"", "  version = \"~> 1.0\"", "  name = \"r\"", "}")
                .file(
                        ".terraform/modules/modules.json",
                        "{\"Modules\":[{\"Key\":\"\",\"Source\":\"\",\"Dir\":\".\"},{\"Key\":\"w\",\"Source\":\"org/web/aws\","
                                + "\"Dir\":\".terraform/modules/w\"}]}")
                .file(".terraform/modules/w/main.tf", WEB);

        assertThat(configuration.resources()).hasSize(2);
        assertThat(configuration.findings()).isEmpty();
    }

    @Test
    void a_module_that_is_not_there_is_said_once_and_its_outputs_stay_references() {
        Configurations configuration = Configurations.of(
                "module \"vpc\" { source = \"org/vpc/aws\" }",
                "resource \"t\" \"x\" {",
                "  a = module.vpc.private_subnets",
                "  b = module.vpc.vpc_id",
                "}");

        assertThat(configuration.resources())
                .containsExactly("t.x {\"a\":\"${module.vpc.private_subnets}\",\"b\":\"${module.vpc.vpc_id}\"}");
        assertThat(configuration.findings())
                .containsExactly(
                        "main.tf:1:1 module-missing the files of module vpc (org/vpc/aws) are not in the input;"
                                + " what it creates is not translated");
    }

    @Test
    void values_of_variables_come_from_files_and_the_command_line_in_terraforms_order() {
        Configurations configuration = Configurations.of(
                        "variable \"a\" { default = \"d\" }",
                        "variable \"b\" { type = number }",
                        "variable \"c\" { type = list(string) }",
                        "variable \"e\" {}",
                        "resource \"t\" \"x\" {",
                        "  v = [var.a, var.b, var.c, var.e]",
                        "}")
                .file("1.auto.tfvars", "a = \"f\"", "b = \"3\"", "c = [1]")
                .file("2.auto.tfvars", "c = [\"x\", \"y\"]")
                .variable("a", "[1]");

        assertThat(configuration.resources()).containsExactly("t.x {\"v\":[\"[1]\",3,[\"x\",\"y\"],\"${var.e}\"]}");
        assertThat(configuration.findings())
                .containsExactly("main.tf:4:1 unresolved-reference variable e has no value; written as a placeholder");
    }

    @Test
    void objects_get_the_defaults_of_their_type() {
        Configurations configuration = Configurations.of(
                "variable \"s\" {",
                "  type = map(object({ cpu = optional(number, 256), port = number, env = optional(map(string), {}) }))",
                "  default = { api = { port = \"80\", extra = 1 }, web = { port = 81, cpu = null } }",
                "}",
                "resource \"t\" \"x\" {",
                "  for_each = var.s",
                "  v = each.value",
                "}");

        assertThat(configuration.resources())
                .containsExactly(
                        "t.x[\"api\"] {\"v\":{\"cpu\":256,\"env\":{},\"port\":80}}",
                        "t.x[\"web\"] {\"v\":{\"cpu\":256,\"env\":{},\"port\":81}}");
    }

    @Test
    void sensitive_values_never_appear_wherever_they_go() {
        Configurations configuration = Configurations.of(
                "variable \"pw\" {",
                "  sensitive = true",
                "  default = \"hunter2\"",
                "}",
                "variable \"db\" {",
                "  sensitive = true",
                "  default = { user = \"root7\", keys = [\"k1k1\"] }",
                "}",
                "locals { url = \"postgres://${var.db.user}:${var.pw}@db\" }",
                "resource \"aws_db_instance\" \"d\" {",
                "  password = \"literal-secret\"",
                "}",
                "resource \"t\" \"x\" {",
                "  a = var.pw",
                "  b = local.url",
                "  c = upper(var.pw)",
                "  d = jsonencode({p = var.pw})",
                "  e = [for k in var.db.keys : base64encode(k)]",
                "  f = aws_db_instance.d.password",
                "  g = replace(local.url, \"postgres\", \"mysql\")",
                "  h = { for k, v in var.db : k => v }",
                "  i = format(\"%s-%s\", \"x\", var.pw)",
                "  j = split(\"t\", var.pw)",
                "  k = sha256(var.pw)",
                "  l = yamlencode(var.db)",
                "  m = \"%{ if var.pw != \"\" }${var.pw}%{ endif }\"",
                "  n = nonsensitive(length(var.pw))",
                "}");

        String all = String.join("\n", configuration.resources()) + configuration.findings();

        assertThat(all)
                .doesNotContain("hunter2", "HUNTER2", "root7", "k1k1", "azFrMQ", "literal-secret", "f52fbd32b2b3b86f");
        assertThat(all).contains("\"a\":\"${var.pw}\"", "\"b\":\"postgres://${var.db.user}:${var.pw}@db\"");
        assertThat(all).contains("\"n\":7");
    }

    @Test
    void count_and_for_each_make_instances_that_others_refer_to() {
        Configurations configuration = Configurations.of(
                "resource \"t\" \"none\" { count = 0 }",
                "resource \"t\" \"two\" {",
                "  count = 2",
                "  n = \"n${count.index}\"",
                "}",
                "resource \"t\" \"x\" {",
                "  a = t.two[*].n",
                "  b = try(t.none[0].arn, \"nothing\")",
                "  c = one(t.none[*].arn)",
                "  d = t.two[1].arn",
                "  e = length(t.none) > 0",
                "}");

        assertThat(configuration.resources())
                .containsExactly(
                        "t.two[0] {\"n\":\"n0\"}",
                        "t.two[1] {\"n\":\"n1\"}",
                        "t.x {\"a\":[\"n0\",\"n1\"],\"b\":\"nothing\",\"d\":\"${t.two[1].arn}\",\"e\":false}");
    }

    @Test
    void dynamic_blocks_are_written_out_within_each_other() {
        Configurations configuration = Configurations.of(
                "locals { rules = { a = [80, 443], b = [] } }",
                "resource \"t\" \"x\" {",
                "  rule { name = \"fixed\" }",
                "  dynamic \"rule\" {",
                "    for_each = local.rules",
                "    iterator = it",
                "    content {",
                "      name = it.key",
                "      dynamic \"port\" {",
                "        for_each = it.value",
                "        content {",
                "          number = port.value",
                "          of = it.key",
                "        }",
                "      }",
                "    }",
                "  }",
                "}");

        assertThat(configuration.resources())
                .containsExactly("t.x {\"rule\":[{\"name\":\"fixed\"},"
                        + "{\"name\":\"a\",\"port\":[{\"number\":80,\"of\":\"a\"},{\"number\":443,\"of\":\"a\"}]},"
                        + "{\"name\":\"b\"}]}");
    }

    @Test
    void what_is_not_known_decides_nothing_in_silence() {
        Configurations configuration = Configurations.of(
                "variable \"env\" {}",
                "data \"aws_subnets\" \"s\" {}",
                "resource \"t\" \"x\" {",
                "  count = length(data.aws_subnets.s.ids) > 0 ? 2 : 0",
                "}",
                "resource \"t\" \"y\" {",
                "  a = var.env == \"prod\" ? 3 : 1",
                "  b = var.env == \"prod\" ? 2 : 2",
                "  c = concat(data.aws_subnets.s.ids, [\"subnet-1\"])",
                "  d = merge({ k = 1 }, var.env)",
                "}");

        assertThat(configuration.resources())
                .containsExactly(
                        "data.aws_subnets.s {}",
                        "t.x[0] {}",
                        "t.y {\"a\":\"${var.env == \"prod\" ? 3 : 1}\",\"b\":2,".replace("\"prod\"", "\\\"prod\\\"")
                                + "\"c\":[\"${data.aws_subnets.s.ids}\",\"subnet-1\"],\"d\":{\"k\":1}}");
        assertThat(configuration.findings())
                .anyMatch(said -> said.startsWith("main.tf:4:11 instances-assumed count of t.x depends on"))
                .anyMatch(said -> said.endsWith("var.env is not known; what it would add is not there"));
    }

    @Test
    void region_and_account_come_from_the_user_or_the_provider() {
        String[] lines = {
            "provider \"aws\" {",
            "  region = \"eu-west-1\"",
            "  allowed_account_ids = [\"111122223333\"]",
            "}",
            "data \"aws_region\" \"r\" {}",
            "data \"aws_caller_identity\" \"me\" {}",
            "data \"aws_partition\" \"p\" {}",
            "resource \"t\" \"x\" {",
            "  v = [data.aws_region.r.name, data.aws_caller_identity.me.account_id, data.aws_partition.p.partition]",
            "}"
        };

        assertThat(Configurations.of(lines).resources())
                .contains("t.x {\"v\":[\"eu-west-1\",\"111122223333\",\"aws\"]}");
        assertThat(Configurations.of(lines).in("cn-north-1", "999988887777").resources())
                .contains("t.x {\"v\":[\"cn-north-1\",\"999988887777\",\"aws-cn\"]}");
    }

    @Test
    void policies_templates_and_files_need_nobody() {
        Configurations configuration = Configurations.of(
                        "data \"aws_iam_policy_document\" \"p\" {",
                        "  statement {",
                        "    actions = [\"s3:Get*\"]",
                        "    resources = [\"*\"]",
                        "    principals {",
                        "      type = \"Service\"",
                        "      identifiers = [\"ecs-tasks.amazonaws.com\"]",
                        "    }",
                        "  }",
                        "}",
                        "data \"template_file\" \"t\" {",
                        "  template = file(\"${path.module}/a.tpl\")",
                        "  vars = { name = \"n\" }",
                        "}",
                        "resource \"t\" \"x\" {",
                        "  policy = data.aws_iam_policy_document.p.json",
                        "  container_definitions = data.template_file.t.rendered",
                        "  b = templatefile(\"b.tpl\", { list = [1, 2] })",
                        "  c = fileset(path.module, \"*.tpl\")",
                        "}")
                .file("a.tpl", "[{\"name\": \"${name}\", \"port\": 80}]")
                .file("b.tpl", "%{ for n in list ~}", "<${n}>", "%{ endfor ~}");

        assertThat(configuration.resources().get(2))
                .isEqualTo("t.x {\"policy\":{\"Statement\":[{\"Action\":\"s3:Get*\",\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"ecs-tasks.amazonaws.com\"},\"Resource\":\"*\"}],"
                        + "\"Version\":\"2012-10-17\"},\"container_definitions\":[{\"name\":\"n\",\"port\":80}],"
                        + "\"b\":\"<1>\\n<2>\\n\",\"c\":[\"a.tpl\",\"b.tpl\"]}");
    }

    @Test
    void what_is_unknown_in_a_document_stays_in_its_place() {
        Configurations configuration = Configurations.of(
                "resource \"t\" \"x\" {",
                "  container_definitions = <<-EOT",
                "    [{\"image\": \"${aws_ecr_repository.r.repository_url}:1\", \"cpu\": ${var.cpu}}]",
                "  EOT",
                "}",
                "resource \"aws_ecr_repository\" \"r\" {}",
                "variable \"cpu\" {}");

        assertThat(configuration.resources().get(1))
                .isEqualTo("t.x {\"container_definitions\":"
                        + "[{\"cpu\":\"${var.cpu}\",\"image\":\"${aws_ecr_repository.r.repository_url}:1\"}]}");
    }

    @Test
    void values_that_refer_to_themselves_are_refused_with_the_circle() {
        assertThatThrownBy(() -> Configurations.of(
                                "locals {",
                                "  a = local.b",
                                "  b = [local.a]",
                                "}",
                                "resource \"t\" \"x\" {",
                                "  v = local.a",
                                "}")
                        .resources())
                .hasMessage("local.a refers to itself: local.a → local.b → local.a");
        assertThatThrownBy(() -> Configurations.of("module \"m\" { source = \"./m\" }")
                        .file("m/main.tf", "module \"m\" { source = \"../m\" }")
                        .resources())
                .hasMessageContaining("modules call each other deeper than");
    }

    @Test
    void nothing_runs_for_ever() {
        for (List<String> lines : List.of(
                List.of("v = join(\"\", [for a in range(1000) : join(\"\", [for b in range(1000) : \"xxxxxxxxxx\"])])"),
                List.of("v = length([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : 1]]])"),
                List.of("v = setproduct(range(1000), range(1000))"),
                List.of("v = regex(\"(.*,){12}P\", join(\",\", range(40)))"),
                List.of("v = format(\"%99999999s\", \"a\")", "w = 1e999999999"))) {
            Configurations configuration = Configurations.of("resource \"t\" \"x\" {", String.join("\n", lines), "}");
            assertThatThrownBy(() -> {
                        configuration.resources();
                        if (!configuration.findings().isEmpty()) {
                            throw new IllegalArgumentException(
                                    configuration.findings().toString());
                        }
                    })
                    .hasMessageMatching("(?s).*(longer than|more than|too long|above).*");
        }
    }

    @Test
    void what_terraform_refuses_is_an_error_at_its_place_and_the_rest_goes_on() {
        Configurations configuration = Configurations.of(
                "resource \"t\" \"x\" {",
                "  a = { b = 1 }.c",
                "  d = nofunction(1)",
                "  e = tonumber(\"x\")",
                "  f = 1",
                "  g = [1][3]",
                "}");

        assertThat(configuration.resources())
                .containsExactly(
                        "t.x {\"a\":\"${t.x.a}\",\"d\":\"${t.x.d}\",\"e\":\"${t.x.e}\",\"f\":1,\"g\":\"${t.x.g}\"}");
        assertThat(configuration.findings())
                .containsExactly(
                        "main.tf:2:7 expression-failed the object has no c; written as a placeholder",
                        "main.tf:3:7 expression-failed Terraform has no function nofunction; written as a placeholder",
                        "main.tf:4:7 expression-failed argument 1 of tonumber is a text, and has to be a number;"
                                + " written as a placeholder",
                        "main.tf:6:7 expression-failed the list has 1 items, and none at 3; written as a placeholder");
    }

    @Test
    void names_that_nothing_declares_are_said_and_stay_references() {
        Configurations configuration = Configurations.of(
                        "resource \"t\" \"x\" {",
                        "  v = [var.a, local.b, aws_lb.c.arn, module.d.e, data.aws_vpc.f.id]",
                        "}")
                .variable("typo", "1");

        assertThat(configuration.resources())
                .containsExactly("t.x {\"v\":[\"${var.a}\",\"${local.b}\",\"${aws_lb.c.arn}\",\"${module.d.e}\","
                        + "\"${data.aws_vpc.f.id}\"]}");
        assertThat(configuration.findings()).hasSize(6).anyMatch(said -> said.contains("declares no variable typo"));
    }

    @Test
    void override_files_win() {
        Configurations configuration = Configurations.of("resource \"t\" \"x\" {", "  a = 1", "  b = 2", "}")
                .file("dev_override.tf", "resource \"t\" \"x\" {", "  b = 3", "}");

        assertThat(configuration.resources()).containsExactly("t.x {\"b\":3,\"a\":1}");
    }
}
