package io.github.ecs2k8s.source;

/**
 * One input text under the name the user knows it by.
 *
 * @param name file name or path as given, {@code -} for standard input; shown in findings, never opened
 * @param text the whole content, without a byte-order mark or with one
 * @param folder the files that the text may refer to by path
 */
public record SourceFile(String name, String text, SourceFolder folder) {

    /** A text that refers to no other files. */
    public SourceFile(String name, String text) {
        this(name, text, SourceFolder.EMPTY);
    }

    /** The part of the name that names a directory, with its {@code /}; empty where there is none. */
    public String directory() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}
