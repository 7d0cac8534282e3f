package io.github.ecs2k8s.source;

/**
 * One input text under the name the user knows it by.
 *
 * @param name file name or path as given, {@code -} for standard input; shown in findings, never opened
 * @param text the whole content, without a byte-order mark or with one
 */
public record SourceFile(String name, String text) {}
