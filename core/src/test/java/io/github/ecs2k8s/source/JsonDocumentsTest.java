package io.github.ecs2k8s.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentsTest {

    /** In the rows, {@code ~} stands for a line break and {@code ^} for a tab. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1,}              | 1:8  | a comma before "}"                                            | remove the comma
            {"a": [1, 2~,]}        | 2:1  | a comma before "]"                                            | remove the comma
            {"a": 1 // one~}       | 1:9  | a comment; JSON has none                                      | remove it
            // one~{"a": 1}        | 1:1  | a comment; JSON has none                                      | remove it
            {'a': 1}               | 1:2  | found a single quote where a key in double quotes was expected | straight double quotes
            {“a”: 1}               | 1:2  | found the character U+201C where a key in double quotes       | straight double quotes
            {a: 1}                 | 1:2  | found text without quotes where a key in double quotes        | put it into double quotes
            {"a": {{ a }}}         | 1:7  | looks like a template placeholder                             | render the template first
            {"a": ${A}}            | 1:7  | looks like a template placeholder                             | render the template first
            {"a": <A>}             | 1:7  | looks like a template placeholder                             | render the template first
            {"a": "x,~"b": 1}      | 1:7  | the string that begins here has no closing quote on its line  | close it
            {"a": "x               | 1:7  | the string that begins here has no closing quote on its line  | close it
            {"a": [1,~ {"b": 2     | 2:9  | opened at line 2, column 2 is not closed                      | is the file cut off
            {"a": 1}~}             | 2:1  | text after the end of the document, beginning with "}"        | one closing bracket too many
            {"a": 1},~{"b": 2}     | 1:9  | text after the end of the document, beginning with ","        | several documents
            {"a": 1]               | 1:8  | found "]" where "," or "}" was expected                       | line 1, column 1
            {"a": 1 "b": 2}        | 1:9  | found a string where "," or "}" was expected                  | is a comma missing
            [{"a": 1}{"a": 2}]     | 1:10 | found "{" where "," or "]" was expected                       | is a comma missing
            [1 2]                  | 1:4  | found text without quotes where "," or "]"                    | is a comma missing
            {"a" 1}                | 1:6  | where ":" after the key was expected                          | is the colon missing
            {"a":, "b": 1}         | 1:6  | found "," where a value was expected                          | a comma too many
            {"a": True}            | 1:7  | found the word True where a value was expected                | JSON writes true
            {"a": hunter2}         | 1:7  | found text without quotes where a value was expected          | put it into double quotes
            {"a": 012}             | 1:7  | this is not a JSON number                                     | leading zeros
            {"a": 1.}              | 1:7  | this is not a JSON number                                     | both sides of the point
            {"a": 512MB}           | 1:7  | this is not a JSON number                                     | text needs double quotes
            {"a": "C:\\dir"}       | 1:10 | this backslash begins no JSON escape                          | written \\\\
            {"a": "\\u00g0"}       | 1:8  | \\u needs four hexadecimal digits                             | written \\\\
            {"a": "x^y"}           | 1:9  | a tab inside a string                                         | write \\t
            "a": 1, "b": 2}        | 1:1  | found a string where "{" or "[" was expected                  | opening bracket missing
            <html><body>           | 1:1  | looks like HTML or XML                                        | login or error page
            """)
    void namesTheFirstErrorAtItsPlace(String row, String place, String message, String hint) {
        BrokenInputException e = broken(row.replace('~', '\n').replace('^', '\t'));

        assertThat(e.location()).hasToString("x.json:" + place);
        assertThat(e.getMessage()).contains(message).doesNotContain("\n").doesNotContain("hunter2");
        assertThat(e.hint()).contains(hint);
    }

    @Test
    void saysWhenThereIsNothingOrNoTextAtAll() {
        assertThat(broken("")).hasMessage("the input is empty");
        assertThat(broken(" \n ")).hasMessage("the input is empty");
        assertThat(broken("{\0\"\0").hint()).contains("UTF-16");
        assertThat(broken("\uFFFD\uFFFD{").hint()).contains("UTF-16");
    }

    @Test
    void stopsAtTheBoundsInsteadOfExhaustingStackOrHeap() {
        assertThat(broken("[".repeat(1_000_000))).hasMessageContaining("deeper than " + Bounds.MAX_DEPTH);
        assertThat(broken("{\"a\":".repeat(1_000_000))).hasMessageContaining("deeper than " + Bounds.MAX_DEPTH);
        assertThat(broken("[" + "1,".repeat(Bounds.MAX_NODES) + "1]")).hasMessageContaining("more than");
        assertThat(broken(" ".repeat(Bounds.MAX_TEXT) + "{}")).hasMessageContaining("longer than");
        assertThat(parse("[".repeat(Bounds.MAX_DEPTH) + "]".repeat(Bounds.MAX_DEPTH)))
                .hasSize(1);
    }

    @Test
    void keepsLiteralsAsWritten() {
        MappingNode node =
                (MappingNode) parse("{\"a\": 1.50, \"b\": -0E+2, \"c\": true, \"d\": null, \"e\": \"\\u00e9\\n\"}")
                        .get(0);

        assertThat(node.entries())
                .extracting(entry -> ((ScalarNode) entry.value()).text())
                .containsExactly("1.50", "-0E+2", "true", "null", "é\n");
        assertThat(node.entries())
                .extracting(entry -> ((ScalarNode) entry.value()).kind())
                .containsExactly(
                        ScalarNode.Kind.NUMBER,
                        ScalarNode.Kind.NUMBER,
                        ScalarNode.Kind.BOOLEAN,
                        ScalarNode.Kind.NULL,
                        ScalarNode.Kind.STRING);
    }

    @Test
    void givesEveryValueAndKeyItsPlaceAndPointer() {
        Node root = parse("\uFEFF{\r\n  \"a/b\": [\r    {\"c\": \"😀\", \"d\": 1}\n]}")
                .get(0);
        Node d = root.nearest("a/b", 0, "d");

        assertThat(root.location()).hasToString("x.json:1:1");
        assertThat(root.nearest("a/b").location()).hasToString("x.json:2:10");
        assertThat(d.location()).hasToString("x.json:3:22");
        assertThat(d.pointer()).hasToString("/a~1b/0/d");
        assertThat(((MappingNode) root).entries().get(0).keyLocation()).hasToString("x.json:2:3");
    }

    @Test
    void readsValuesInARowAsDocuments() {
        List<Node> documents = parse("{\"a\": 1}\n{\"a\": 2}\n[3]\n");

        assertThat(documents).extracting(Node::describe).containsExactly("an object", "an object", "a list");
        assertThat(documents.get(1).nearest("a").pointer()).hasToString("/a");
    }

    @Test
    void letsTheLastOfADuplicateKeyWinWithAFinding() {
        Findings findings = new Findings();
        StringBuilder text = new StringBuilder("{\"first\": 0,\n\"twice\": 1,\n");
        for (int i = 0; i < 100; i++) {
            text.append("\"k").append(i).append("\": 0, ");
        }
        Node root = Documents.parse(new SourceFile("x.json", text + "\n\"twice\": 2}"), findings)
                .get(0);

        assertThat(((ScalarNode) root.nearest("twice")).text()).isEqualTo("2");
        assertThat(((MappingNode) root).entries()).hasSize(102);
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(FindingCode.DUPLICATE_KEY);
        Finding finding = findings.sorted().get(0);
        assertThat(finding.location()).hasToString("x.json:4:1");
        assertThat(finding.pointer()).isEqualTo("/twice");
        assertThat(finding.message()).isEqualTo("\"twice\" already stands at 2:1; this one counts");
    }

    private static List<Node> parse(String text) {
        return Documents.parse(new SourceFile("x.json", text), new Findings());
    }

    private static BrokenInputException broken(String text) {
        return catchThrowableOfType(BrokenInputException.class, () -> parse(text));
    }
}
