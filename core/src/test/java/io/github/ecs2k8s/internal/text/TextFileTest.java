package io.github.ecs2k8s.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextFileTest {

    @Test
    void readsUtf8AndWhatThePropertiesFormatEscapes() {
        TextFile texts = TextFile.of(TextFileTest.class, "good.en.properties");
        assertThat(texts.keys()).containsExactly("a.second", "first");
        assertThat(texts.get("first")).isEqualTo("日本語 = “text”: #1");
        assertThat(texts.get("a.second")).isEqualTo("one line and a backslash \\");
        assertThatThrownBy(() -> texts.get("third"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("good.en.properties has no third");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> TextFile.of(TextFileTest.class, "twice.en.properties"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the key first stands twice");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> TextFile.of(TextFileTest.class, "none.en.properties"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/io/github/ecs2k8s/internal/text/none.en.properties");
    }
}
