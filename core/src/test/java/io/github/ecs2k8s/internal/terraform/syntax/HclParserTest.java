package io.github.ecs2k8s.internal.terraform.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HclParserTest {
    private static Body body(String text) {
        return HclParser.file(new SourceFile("main.tf", text));
    }

    private static Expression value(String text) {
        return body("v = " + text + "\n").get("v");
    }

    @Test
    void blocks_have_labels_arguments_and_blocks_with_their_places() {
        Body body = body("resource \"aws_lb\" main {\n  name = \"a\"\n\n  access_logs { bucket = \"b\" }\n}\n");

        Body.Block block = body.blocks().get(0);
        assertThat(block.labels()).containsExactly("aws_lb", "main");
        assertThat(block.location()).isEqualTo(new SourceLocation("main.tf", 1, 1));
        assertThat(block.body().attributes().get(0).location()).isEqualTo(new SourceLocation("main.tf", 2, 3));
        assertThat(block.body().blocks("access_logs").get(0).location()).isEqualTo(new SourceLocation("main.tf", 4, 3));
    }

    @Test
    void operators_bind_by_their_rank_and_conditions_to_the_right() {
        assertThat(value("1 * 2 + 3"))
                .isInstanceOfSatisfying(
                        Expression.Binary.class,
                        sum -> assertThat(sum.operator()).isEqualTo("+"));
        assertThat(value("a ? b : c ? d : e"))
                .isInstanceOfSatisfying(
                        Expression.Conditional.class,
                        first -> assertThat(first.otherwise()).isInstanceOf(Expression.Conditional.class));
    }

    @Test
    void a_heredoc_keeps_the_place_of_every_line() {
        Expression.Template text = (Expression.Template) value("<<-EOT\n    a\n      b\n    EOT");

        assertThat(text.text()).isEqualTo("a\n  b\n");
        assertThat(text.parts().get(1).location()).isEqualTo(new SourceLocation("main.tf", 3, 5));
    }

    @Test
    void directives_become_a_tree() {
        Expression.Template text = (Expression.Template) value("\"%{ for x in l }%{ if x }${x}%{ endif }%{ endfor }\"");

        assertThat(text.parts()).hasSize(1);
        assertThat(text.parts().get(0))
                .isInstanceOfSatisfying(
                        TemplatePart.For.class,
                        loop -> assertThat(loop.body().get(0)).isInstanceOf(TemplatePart.If.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = [\n  1,\n  # c\n  2, // d\n]\n",
                "a = {\n  b = 1\n  \"c\" : 2, (d) = 3\n}\n",
                "a = (\n  b\n  ? c\n  : d\n)\n",
                "a = f(<<EOT\nx\nEOT\n, 2)\n",
                "a-b = c-d\nä = é\n",
                "a = x -1\nb = -x.y\nc = !z\n",
                "a = provider::aws::arn_parse(\"x\")\n",
                "a = b.*.c.0.d\nc = f(x...)\n",
                "/* c */ a = 1 // x\r\n# y\r\nb = 2\r\n",
                "\uFEFFa = 1\n",
                "a {}\nb \"c\" d {\n}\n",
                "module \"m\" {\n  providers = {\n    aws.a = aws.b\n  }\n}\n",
                "a = \"$b %c $${d} %%{e}\"\n",
                ""
            })
    void takes_what_terraform_takes(String text) {
        assertThat(body(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 1 b = 2|7|the end of the line after a",
                "a = \"x\\ny\"|5|no closing quote on its line",
                "a = [1 2]|8|\",\" or \"]\" was expected",
                "a {\\n b = 1\\n|3|the block a that begins here is never closed",
                "a = \\n1|5|the end of the line where a value was expected",
                "a = 'x'|5|a single quote where a value was expected",
                "a = x.|7|a name behind \".\"",
                "a = {a = 1 b = 2}|12|\",\" or \"}\" was expected",
                "a = \"${x\"|9|\"}\" was expected",
                "a { b = 1, c = 2 }|10|\"}\" was expected",
                "a = <<EOT\\nx\\n|5|never closed",
                "a { b {} }|7|one argument, as a block on one line holds",
                "a = x ? y|10|\":\" was expected",
                "a = \"%{ if x }y\"|6|%{ if } is never closed",
                "a = \"%{ endif }\"|6|closes none that is open",
                "a = \"\\q\"|6|begins no escape",
                "a = [for x y : z]|12|in was expected",
                "a = f(1, 2|6|the bracket that opens here is never closed",
                "a = 1 &&|9|a value was expected",
                "}|1|an argument or a block",
                "a|2|\"=\" or \"{\" after a"
            })
    void refuses_what_terraform_refuses_at_its_place(String text, int column, String message) {
        BrokenInputException broken = catchThrowableOfType(
                BrokenInputException.class, () -> body(text.replace("\\n", "\n").replace("\\\\", "\\")));

        assertThat(broken).hasMessageContaining(message);
        assertThat(broken.location().column()).isEqualTo(column);
    }

    @Test
    void an_argument_given_twice_is_refused_at_the_second() {
        assertThatThrownBy(() -> body("a = 1\na = 2\n")).hasMessage("a is already set at line 1");
    }

    @Test
    void nesting_has_an_end() {
        assertThatThrownBy(() -> value("(".repeat(5000))).hasMessageContaining("nested deeper than");
        assertThatThrownBy(() -> value("!".repeat(5000) + "a")).hasMessageContaining("nested deeper than");
        assertThatThrownBy(() -> body("a {\n".repeat(5000))).hasMessageContaining("nested deeper than");
    }

    @Test
    void json_has_the_same_blocks() {
        Body body = JsonBodies.file(new SourceFile(
                "main.tf.json",
                "{\"resource\": {\"aws_lb\": {\"a\": {\"name\": \"${var.n}\", \"access_logs\": {\"bucket\": \"b\"}}}},"
                        + " \"variable\": [{\"n\": {\"type\": \"string\"}}]}"));

        assertThat(body.blocks()).extracting(Body.Block::type).containsExactly("resource", "variable");
        assertThat(body.blocks().get(0).labels()).isEqualTo(List.of("aws_lb", "a"));
        assertThat(body.blocks().get(0).body().get("access_logs")).isInstanceOf(Expression.Tuple.class);
    }
}
