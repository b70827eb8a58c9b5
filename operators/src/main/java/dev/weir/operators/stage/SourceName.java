package dev.weir.operators.stage;

import java.io.Serializable;

/**
 * What records come from, as a dead letter names it.
 *
 * @param file whether it is a file, else a topic
 */
public record SourceName(boolean file, String name) implements Serializable {}
