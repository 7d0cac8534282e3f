package io.github.ecs2k8s.source;

/**
 * Text under a tag of its own, which only YAML can say: {@code !Ref Cluster}.
 *
 * @param name the tag without its exclamation mark
 */
public record YamlTag(String name, String text) {}
