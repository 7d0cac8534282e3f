package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything made is valid, judged by the regular expressions that the API server prints in its error messages. */
class NamesPropertyTest {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern LABEL_VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final Pattern ENV_NAME = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");
    private static final Pattern PORT = Pattern.compile("^[-a-z0-9]+$");

    @Test
    void everyMadeNameIsValid() {
        for (String original : RandomTexts.all()) {
            assertThat(Names.dnsLabel(original)).matches(LABEL).hasSizeLessThanOrEqualTo(63);
            assertThat(Names.dnsLabel(original, 20)).matches(LABEL).hasSizeLessThanOrEqualTo(20);
            assertThat(Names.dnsSubdomain(original)).matches(SUBDOMAIN).hasSizeLessThanOrEqualTo(253);
            assertThat(isPort(Names.portName(original))).isTrue();
            assertThat(isKey(Names.configMapKey(original))).isTrue();
        }
    }

    @Test
    void aValidNameStaysAsItIs() {
        for (String original : RandomTexts.all()) {
            String label = Names.dnsLabel(original);
            assertThat(Names.dnsLabel(label)).isEqualTo(label.replaceAll("-+", "-"));
            String port = Names.portName(original);
            assertThat(Names.portName(port)).isEqualTo(port);
            String key = Names.configMapKey(original);
            assertThat(Names.configMapKey(key)).isEqualTo(key);
        }
    }

    @Test
    void theChecksAgreeWithTheServersExpressions() {
        for (String text : RandomTexts.all()) {
            assertThat(Names.isDnsLabel(text)).isEqualTo(LABEL.matcher(text).matches() && text.length() <= 63);
            assertThat(Names.isDnsSubdomain(text))
                    .isEqualTo(SUBDOMAIN.matcher(text).matches() && text.length() <= 253);
            assertThat(Names.isLabelKey(text)).isEqualTo(isQualifiedName(text));
            assertThat(Names.isLabelValue(text))
                    .isEqualTo(LABEL_VALUE.matcher(text).matches() && text.length() <= 63);
            assertThat(Names.isConfigMapKey(text)).isEqualTo(isKey(text));
            assertThat(Names.isEnvName(text))
                    .isEqualTo(ENV_NAME.matcher(text).matches() && !text.equals(".") && !text.startsWith(".."));
            assertThat(Names.isPortName(text)).isEqualTo(isPort(text));
        }
    }

    @Test
    void namesInOneScopeDiffer() {
        List<String> texts = RandomTexts.all();
        for (int first = 0; first + 30 <= texts.size(); first += 10) {
            namesInOneScopeDiffer(texts.subList(first, first + 30));
        }
    }

    private static void namesInOneScopeDiffer(List<String> originals) {
        NameScope labels = new NameScope();
        NameScope ports = new NameScope(Names.MAX_PORT_NAME);
        Set<String> distinct = new HashSet<>(originals);
        Set<String> madeLabels = new HashSet<>();
        Set<String> madePorts = new HashSet<>();
        for (String original : originals) {
            madeLabels.add(labels.unique(Names.dnsLabel(original), original));
            madePorts.add(ports.unique(Names.portName(original), original));
        }
        assertThat(madeLabels).hasSameSizeAs(distinct).allMatch(Names::isDnsLabel);
        assertThat(madePorts).hasSameSizeAs(distinct).allMatch(NamesPropertyTest::isPort);
    }

    private static boolean isQualifiedName(String text) {
        String[] parts = text.split("/", -1);
        String name = parts[parts.length - 1];
        boolean validName = QUALIFIED.matcher(name).matches() && name.length() <= 63;
        return validName
                && (parts.length == 1
                        || (parts.length == 2 && SUBDOMAIN.matcher(parts[0]).matches() && parts[0].length() <= 253));
    }

    private static boolean isKey(String text) {
        return CONFIG_KEY.matcher(text).matches()
                && text.length() <= 253
                && !text.equals(".")
                && !text.startsWith("..");
    }

    private static boolean isPort(String text) {
        return PORT.matcher(text).matches()
                && text.length() <= 15
                && text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && !text.contains("--")
                && !text.startsWith("-")
                && !text.endsWith("-");
    }
}
