/**
 * YAML 1.2 as a tree in which every node knows its place in the file.
 *
 * <p>Core schema: {@code NO} is a string. Duplicate keys, anchors that recurse, tags of a language
 * and more than one document are refused. Numbers keep the text they were written in.
 */
@NullMarked
package dev.weir.config.yaml;

import org.jspecify.annotations.NullMarked;
