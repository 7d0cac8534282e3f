package io.github.ecs2k8s.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that look like names and texts that look like nothing, the same ones in every run. */
final class RandomTexts {
    private static final int COUNT = 1000;
    private static final String OF_NAMES = "abzAZ019-_./ :";
    private static final List<String> EDGES =
            List.of("", " ", "-", ".", "..", "/", "a", "A", "0", "a-", "-a", "\0", "\ud800", "é");

    private final Random random = new Random(20251123);

    /** A thousand texts of up to 300 characters, most of them nearly a name. */
    static List<String> all() {
        RandomTexts texts = new RandomTexts();
        List<String> all = new ArrayList<>(EDGES);
        while (all.size() < COUNT) {
            all.add(texts.next());
        }
        return all;
    }

    private String next() {
        return random.nextInt(3) == 0 ? text(random.nextInt(301)) : of(OF_NAMES, random.nextInt(81));
    }

    /** A text of some of these characters. */
    String of(String characters, int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    /** Half of it ASCII, the rest anything that a Java string can hold, halves of characters included. */
    private String text(int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    /** One of several. */
    String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** A number below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
