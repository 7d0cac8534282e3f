package io.github.ecs2k8s.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "web, web",
        "shop_web, shop-web",
        "log_router, log-router",
        "_x, x",
        "Web.App--v2_, web-app-v2",
        "8080, 8080",
        "ねこ shop ねこ, shop",
        "İstanbul, stanbul",
    })
    void labelsAreLowerCaseWithSingleHyphens(String original, String expected) {
        assertThat(Names.dnsLabel(original)).isEqualTo(expected);
    }

    @Test
    void whatIsCutOrEmptyEndsInItsOwnDigest() {
        String common = "a".repeat(70);
        assertThat(Names.dnsLabel(common + "1"))
                .hasSize(63)
                .isNotEqualTo(Names.dnsLabel(common + "2"))
                .isEqualTo(Names.dnsLabel(common + "1"));
        assertThat(Names.dnsLabel("a".repeat(63))).isEqualTo("a".repeat(63));
        assertThat(Names.dnsLabel("___")).matches("name-[a-z]{6}").isNotEqualTo(Names.dnsLabel("__"));
        assertThat(Names.dnsLabel("shop-web-and-more", 14)).matches("shop-we-[a-z]{6}");
    }

    @Test
    void theDigestIsStable() {
        // A changed suffix renames objects in running clusters: this literal may never be edited.
        assertThat(Names.dnsLabel("___")).isEqualTo("name-mdchpb");
    }

    @Test
    void aNameWithoutRoomForASuffixIsRefused() {
        assertThatThrownBy(() -> Names.dnsLabel("web", 7)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Example.COM, example.com",
        "a_b.c..d-.e, a-b.c.d.e",
        ".a., a",
    })
    void subdomainsKeepTheirDots(String original, String expected) {
        assertThat(Names.dnsSubdomain(original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http, http",
        "http-main-listener, http-main",
        "HTTP_MAIN, http-main",
        "exactly-15-char, exactly-15-char",
        "fifteen-letters-x, fifteen-letters",
        "8080, port-8080",
        "web--api-, web-api",
    })
    void portNamesAreCutAtTheEndOfAWord(String original, String expected) {
        assertThat(Names.portName(original)).isEqualTo(expected);
    }

    @Test
    void aPortNameThatIsOneLongWordEndsInItsDigest() {
        assertThat(Names.portName("averyveryverylongname")).matches("averyver-[a-z]{6}");
        assertThat(Names.portName("1234-5678-9012-web")).matches("1234-567-[a-z]{6}");
    }

    @ParameterizedTest
    @CsvSource({
        "DB_USER, DB_USER",
        "app.properties, app.properties",
        "shop/db key, shop_db_key",
        "., _",
        "..data, _.data",
    })
    void configMapKeysReplaceWhatIsNotAllowed(String original, String expected) {
        assertThat(Names.configMapKey(original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "app.kubernetes.io/name", "a", "A_b.C-9", "example.com/Team"})
    void labelKeys(String key) {
        assertThat(Names.isLabelKey(key)).isTrue();
        assertThat(Names.isAnnotationKey(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a/b/c", "Cost Center", "-a", "a-", "aws:cdk", "a..b/c", "ä"})
    void noLabelKeys(String key) {
        assertThat(Names.isLabelKey(key)).isFalse();
        assertThat(Names.isAnnotationKey(key)).isFalse();
    }

    @Test
    void onlyAnAnnotationKeyMayHaveUpperCaseBeforeItsSlash() {
        assertThat(Names.isLabelKey("Example.com/a")).isFalse();
        assertThat(Names.isAnnotationKey("Example.com/a")).isTrue();
    }

    @Test
    void labelValuesMayBeEmptyAndAreShort() {
        assertThat(Names.isLabelValue("")).isTrue();
        assertThat(Names.isLabelValue("R&D 12")).isFalse();
        assertThat(Names.isLabelValue("a".repeat(63))).isTrue();
        assertThat(Names.isLabelValue("a".repeat(64))).isFalse();
    }

    @Test
    void environmentNamesDependOnTheVersion() {
        assertThat(Names.isEnvName("SPRING.profile-a_1")).isTrue();
        assertThat(Names.isEnvName("1ST")).isFalse();
        assertThat(Names.isEnvName("..")).isFalse();
        assertThat(Names.isRelaxedEnvName("1ST VAR!")).isTrue();
        assertThat(Names.isRelaxedEnvName("A=B")).isFalse();
        assertThat(Names.isRelaxedEnvName("")).isFalse();
    }

    @Test
    void aScopeKeepsDifferentOriginalsApart() {
        NameScope scope = new NameScope();
        assertThat(scope.unique("a-b", "a_b")).isEqualTo("a-b");
        assertThat(scope.unique("a-b", "a.b")).matches("a-b-[a-z]{6}");
        assertThat(scope.unique("a-b", "a_b")).isEqualTo("a-b");
        assertThat(scope.unique("a-b", "a.b"))
                .isEqualTo(scope.unique("a-b", "a.b"))
                .isNotEqualTo(scope.unique("a-b", "a b"));
    }

    @Test
    void aSuffixDoesNotDependOnWhoElseCollides() {
        NameScope two = new NameScope(Names.MAX_PORT_NAME);
        two.unique("http-main", "http-main-a");
        String last = two.unique("http-main", "http-main-c");
        NameScope three = new NameScope(Names.MAX_PORT_NAME);
        three.unique("http-main", "http-main-a");
        three.unique("http-main", "http-main-b");
        assertThat(three.unique("http-main", "http-main-c")).isEqualTo(last).hasSizeLessThanOrEqualTo(15);
    }
}
