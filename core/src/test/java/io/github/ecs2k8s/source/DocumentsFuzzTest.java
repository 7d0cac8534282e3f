package io.github.ecs2k8s.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a valid text, parsing gives documents or one error with a place; seeds are fixed. */
class DocumentsFuzzTest {
    private static final String JSON = """
            {
              "family": "shop_web", "cpu": "1024", "tags": [],
              "containerDefinitions": [
                {"name": "web", "image": "example/web:1.42.0", "essential": true, "cpu": 768, "memory": null,
                 "portMappings": [{"containerPort": 8080}, {"containerPort": -1.5e3}],
                 "command": ["sh", "-c", "echo \\"hi\\" \\u00e9 && sleep 5"], "environment": [{"name": "A", "value": ""}]}
              ]
            }
            """;
    private static final String YAML = """
            # a task definition
            family: shop_web
            cpu: "1024"
            base: &base {essential: true, memory: 256}
            containerDefinitions:
              - <<: *base
                name: web
                command: [sh, -c, 'echo ''hi''']
                healthCheck:
                  command:
                  - CMD-SHELL
                  - |
                    curl -f http://localhost/
              - name: !Ref Name
                memory: 0x1F
                links: ~
            ---
            - {a: 1}
            """;
    private static final String SPICE =
            "{}[]\",:'\\ \n\t#&*!|>-?%@`0123456789eE.+~tfn<$\u00e9\uD83D\uDE00\uFEFF\u0007x";

    @ParameterizedTest
    @ValueSource(strings = {"x.json", "x.yaml", "-"})
    void brokenTextGivesDocumentsOrAnErrorWithAPlace(String name) {
        Random random = new Random(20250101);
        for (int i = 0; i < 20_000; i++) {
            String text = mutate(random.nextBoolean() ? JSON : YAML, random);
            try {
                assertThat(Documents.parse(new SourceFile(name, text), new Findings()))
                        .isNotEmpty();
            } catch (BrokenInputException e) {
                assertThat(isInside(text, e.location()))
                        .as("%s of %s", e.location(), text)
                        .isTrue();
                assertThat(e.getMessage()).doesNotContain("\n").isNotBlank();
            } catch (RuntimeException | StackOverflowError e) {
                fail("mutant " + i + ": " + text, e);
            }
        }
    }

    @Test
    void acceptsAsJsonExactlyWhatJacksonAccepts() {
        Random random = new Random(42);
        int accepted = 0;
        for (int i = 0; i < 50_000; i++) {
            String text = mutate(JSON, random);
            if (text.isBlank() || "{[".indexOf(text.strip().charAt(0)) < 0) {
                continue;
            }
            boolean jackson = jacksonAccepts(text);
            assertThat(weAccept(text)).as(text).isEqualTo(jackson);
            accepted += jackson ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(1000);
    }

    @Test
    void everyPlaceIsWhereTheValueIsWritten() {
        for (String text : List.of(JSON, YAML)) {
            String name = text.equals(JSON) ? "x.json" : "x.yaml";
            for (Node document : Documents.parse(new SourceFile(name, text), new Findings())) {
                checkPlaces(document, text.split("\n", -1));
            }
        }
    }

    private static void checkPlaces(Node node, String[] lines) {
        String there =
                lines[node.location().line() - 1].substring(node.location().column() - 1);
        if (node instanceof ScalarNode scalar) {
            String first = scalar.text().isEmpty() ? "" : scalar.text().substring(0, 1);
            assertThat(there).matches(it -> it.startsWith(first) || "\"'|!".indexOf(it.charAt(0)) >= 0, scalar.text());
        } else if (node instanceof SequenceNode sequence) {
            assertThat(there).matches("[\\[-].*");
            sequence.items().forEach(item -> checkPlaces(item, lines));
        } else if (node instanceof MappingNode mapping) {
            assertThat(there).matches("[{&<a-z].*");
            for (MappingNode.Entry entry : mapping.entries()) {
                String key = lines[entry.keyLocation().line() - 1].substring(
                        entry.keyLocation().column() - 1);
                assertThat(key).matches("\"?" + entry.key() + "\"?:.*");
                checkPlaces(entry.value(), lines);
            }
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(mutant.length() + 1);
            int end = Math.min(mutant.length(), at + random.nextInt(6));
            int spice = random.nextInt(SPICE.length());
            switch (random.nextInt(6)) {
                case 0 -> mutant.setLength(at);
                case 1 -> mutant.delete(at, end);
                case 2 -> mutant.insert(at, SPICE.charAt(spice));
                case 3 -> mutant.replace(at, end, SPICE.substring(spice, Math.min(SPICE.length(), spice + 2)));
                case 4 -> mutant.insert(at, mutant.substring(at, end));
                default -> mutant.insert(0, mutant.substring(at, end));
            }
        }
        return mutant.toString();
    }

    private static boolean isInside(String text, SourceLocation place) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        return place.line() >= 1
                && place.line() <= lines.length
                && place.column() >= 1
                && place.column() <= lines[place.line() - 1].length() + 1;
    }

    private static boolean weAccept(String text) {
        try {
            JsonDocuments.parse(new SourceFile("x.json", text), new Findings());
            return true;
        } catch (BrokenInputException e) {
            return false;
        }
    }

    private static boolean jacksonAccepts(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0 && !token.isStructStart()) {
                    return false;
                }
                parser.getText();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
