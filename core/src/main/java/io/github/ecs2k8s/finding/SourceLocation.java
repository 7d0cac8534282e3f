package io.github.ecs2k8s.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in the text it was read from.
 *
 * @param file the input's name as the caller gave it, {@code -} for standard input, empty when there was no text
 * @param document which of the text's documents, counted from 0: pointers repeat between them
 * @param line 1-based line, 0 when there was no text
 * @param column 1-based column in UTF-16 units, 0 when there was no text
 */
public record SourceLocation(String file, int document, int line, int column) implements Comparable<SourceLocation> {

    /** The place of a value that was never text: a model object handed over by an embedding program. */
    public static final SourceLocation NONE = new SourceLocation("", 0, 0);

    /** A place in a text of one document. */
    public SourceLocation(String file, int line, int column) {
        this(file, 0, line, column);
    }

    /** What a pointer counts from: the file and the document in it. */
    public String root() {
        return document == 0 ? file : file + '\0' + document;
    }

    @Override
    public int compareTo(SourceLocation other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    // By hand: what a record brings along is made of method handles at its first use, which costs a start 10 ms.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceLocation that
                && file.equals(that.file)
                && document == that.document
                && line == that.line
                && column == that.column;
    }

    @Override
    public int hashCode() {
        return ((file.hashCode() * 31 + document) * 31 + line) * 31 + column;
    }

    /** {@code file:line:column}; only the file where there is no line, and {@code (input)} where there is no file. */
    @Override
    public String toString() {
        String name = file.isEmpty() ? "(input)" : file;
        return line == 0 ? name : name + ":" + line + ":" + column;
    }
}
