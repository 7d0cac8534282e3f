package io.github.ecs2k8s.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.ScalarNode.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentsTest {

    /** In the rows, {@code ~} stands for a line break and {@code ^} for a tab. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            a: 1~^b: 2              | 2:1  | a tab where YAML allows only spaces               | indent with spaces
            a:~  - x~ - y           | 3:2  | the indentation fits nothing above it             | line 1, column 1
            a: "hunter2~b: 2        | 1:4  | the quoted text that begins here is never closed  | -
            a: {b: 1~c: 2           | 2:2  | opened at line 1, column 4                        | is the closing bracket missing
            a: b: c                 | 1:5  | ": " where no key can stand                       | needs quotes
            family x~cpu: 1         | 2:4  | ": " where no key can stand                       | needs quotes
            a: {{ b }}              | 1:4  | looks like a template placeholder                 | render the template first
            a: {{ b }}-c            | 1:4  | looks like a template placeholder                 | render the template first
            {% if b %}~a: 1         | 1:1  | looks like a template placeholder                 | render the template first
            a: @b                   | 1:4  | a value cannot begin with '@'                     | put the value into quotes
            a: - b                  | 1:4  | "- " where no list can begin                      | a line of its own
            a: "b\\q"               | 1:7  | this backslash begins no YAML escape              | single quotes
            a: 'it's'               | 1:8  | text after the end of a value                     | one pair of quotes
            "a": "x",~"b": 1}       | 1:9  | no bracket is open                                | opening bracket missing
            a: >~ b~c~              | 3:1  | a key without ":"                                 | indented deeper
            a: [                    | 1:5  | the text ends where a value was expected          | -
            a: *b                   | 1:4  | an alias ("*") of no finished anchor above it     | text that begins with * needs quotes
            a: &a [*a]              | 1:8  | an alias ("*") of no finished anchor above it     | text that begins with * needs quotes
            ? [a]~: b               | 1:3  | a key must be text                                | -
            a: !!int hunter2        | 1:4  | the tag says a whole number, and the text is none | remove the tag
            a: !!int 1.5            | 1:4  | the tag says a whole number                       | remove the tag
            a: !!float hunter2      | 1:4  | the tag says a number                             | remove the tag
            a: !!bool hunter2       | 1:4  | the tag says true or false                        | remove the tag
            a: !!null hunter2       | 1:4  | the tag says null                                 | remove the tag
            a: *hunter2             | 1:4  | an alias ("*") of no finished anchor              | needs quotes
            a: !hunter2!x y         | 1:4  | "!" begins a tag here                             | needs quotes
            a: !<hunter2%zz> y      | 1:14 | "!" begins a tag here                             | needs quotes
            a: "\\xhunter2"         | 1:7  | not valid YAML: expected escape sequence          | -
            %YAML hunter2~---~a: 1  | 1:7  | not valid YAML: expected a digit                  | -
            a: {: b}                | 1:5  | a key is missing before ":"                       | -
            a:~  <<: [x]            | 2:8  | "<<" merges objects, found text                   | -
            %YAML 3.0~---~a: 1      | 1:1  | names a version                                   | remove it
            # only a comment        | 1:1  | holds no document, only comments                  | -
            """)
    void namesTheFirstErrorAtItsPlace(String row, String place, String message, String hint) {
        BrokenInputException e = broken(row.replace('~', '\n').replace('^', '\t'));

        assertThat(e.location()).hasToString("x.yaml:" + place);
        assertThat(e.getMessage()).contains(message).doesNotContain("\n").doesNotContain("hunter2");
        if (hint == null) {
            assertThat(e.hint()).isNull();
        } else {
            assertThat(e.hint()).contains(hint);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null", "Null", "NULL", "", "!!null ''"})
    void readsNulls(String value) {
        assertThat(kindOf(value)).isEqualTo(Kind.NULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "FALSE", "!!bool 'true'"})
    void readsBooleans(String value) {
        assertThat(kindOf(value)).isEqualTo(Kind.BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "-12", "+1", "007", "0x1F", "0o17", "1.5", ".5", "5.", "1e3", "-1.5E-3", ".inf", "-.Inf", ".nan"
            })
    void readsNumbers(String value) {
        assertThat(kindOf(value)).isEqualTo(Kind.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "on",
                "No",
                "12:30",
                "1_000",
                "0x",
                "0xg",
                "0o8",
                "1.2.3",
                ".",
                "-.",
                "1e",
                "1e+",
                "-.nan",
                "2025-01-01",
                "'1'",
                "\"true\"",
                "!!str 1",
                "! 1",
                "'~'",
                "512Mi",
                "|\n  1",
                "\u0663"
            })
    void readsEverythingElseAsStrings(String value) {
        assertThat(kindOf(value)).isEqualTo(Kind.STRING);
    }

    @Test
    void keepsForeignTagsAsWritten() {
        Node root = parse("a: !Ref Name\nb: !GetAtt [x, y]\nc: !Sub\n  k: v\nd: !!binary aGk=\n")
                .get(0);

        assertThat(root.nearest("a").tag()).isEqualTo("!Ref");
        assertThat(((ScalarNode) root.nearest("a")).text()).isEqualTo("Name");
        assertThat(root.nearest("b").tag()).isEqualTo("!GetAtt");
        assertThat(root.nearest("c").tag()).isEqualTo("!Sub");
        assertThat(root.nearest("d").tag()).isEqualTo("!!binary");
    }

    @Test
    void readsEveryDocumentThatIsNotEmpty() {
        List<Node> documents = parse("---\n---\na: 1\n---\n# comment\n---\n~\n...\n---\n- b\n");

        assertThat(documents).extracting(Node::describe).containsExactly("an object", "a list");
        assertThat(documents.get(1).location()).hasToString("x.yaml:10:1");
        assertThat(documents.get(1).nearest(0).pointer()).hasToString("/0");
    }

    @Test
    void expandsAliasesWithPointersOfTheirOwnAndPlacesWhereTheValueIsWritten() {
        Node root = parse("a: &x\n  b: 1\nc: [*x, *x]\n").get(0);
        Node second = root.nearest("c", 1, "b");

        assertThat(second.pointer()).hasToString("/c/1/b");
        assertThat(second.location()).hasToString("x.yaml:2:6");
    }

    @Test
    void mergesWithoutOverridingWhatStandsThere() {
        Node root = parse("a: &a {p: 1, q: 1}\nb: &b {q: 2, r: 2}\nc:\n  <<: [*a, *b]\n  p: 3\n  \"<<\": 4\n")
                .get(0);

        assertThat(((MappingNode) root.nearest("c")).entries())
                .extracting(entry -> entry.key() + "=" + ((ScalarNode) entry.value()).text() + "@"
                        + entry.value().pointer())
                .containsExactly("p=3@/c/p", "<<=4@/c/<<", "q=1@/c/q", "r=2@/c/r");
    }

    @Test
    void stopsAtTheBoundsInsteadOfExhaustingStackOrHeap() {
        assertThat(broken("a: " + "[".repeat(100_000))).hasMessageContaining("deeper than");
        assertThat(broken("- ".repeat(100_000))).hasMessageContaining("deeper than");
        assertThat(broken(chain(15, 10, 1))).hasMessageContaining("more than");
        assertThat(broken(chain(1000, 1, 150))).hasMessageContaining("deeper than");
    }

    /** Anchors each of which repeats the one before some times at some depth. */
    private static String chain(int anchors, int times, int depth) {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i <= anchors; i++) {
            text.append("a").append(i).append(": &a").append(i).append(' ').append("[".repeat(depth));
            text.append(("*a" + (i - 1) + " ,").repeat(times))
                    .append("]".repeat(depth))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void countsColumnsInCharactersAsEditorsDo() {
        Node root = parse("\uFEFF😀: {é: 1, b: 2}\r\nc: 3\rd: 4\n").get(0);

        assertThat(root.nearest("😀", "b").location()).hasToString("x.yaml:1:15");
        assertThat(root.nearest("c").location()).hasToString("x.yaml:2:4");
        assertThat(root.nearest("d").location()).hasToString("x.yaml:3:4");
    }

    @Test
    void reportsDuplicateKeys() {
        Findings findings = new Findings();
        Node root = Documents.parse(new SourceFile("x.yaml", "a: 1\nb: 2\na: 3\n"), findings)
                .get(0);

        assertThat(((ScalarNode) root.nearest("a")).text()).isEqualTo("3");
        assertThat(findings.sorted()).extracting(Finding::location).hasToString("[x.yaml:3:1]");
    }

    @Test
    void readsFlowCollectionsThatCannotBeMeantAsJson() {
        assertThat(Documents.parse(new SourceFile("-.", "{a: 1}"), new Findings()))
                .hasSize(1);
        assertThat(parse("{'a': 1,}")).hasSize(1);
        assertThat(catchThrowableOfType(
                        BrokenInputException.class,
                        () -> Documents.parse(new SourceFile("-.", "{\"a\": 1,}"), new Findings())))
                .hasMessage("a comma before \"}\"");
        assertThat(broken("{\"a\": 1 \"b\": 2}")).hasMessageContaining("\",\" or \"}\" was expected");
    }

    private static Kind kindOf(String value) {
        return ((ScalarNode) parse("a: " + value + "\nz: z").get(0).nearest("a")).kind();
    }

    private static List<Node> parse(String text) {
        return Documents.parse(new SourceFile("x.yaml", text), new Findings());
    }

    private static BrokenInputException broken(String text) {
        return catchThrowableOfType(BrokenInputException.class, () -> parse(text));
    }
}
