package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a batch, in version 1.
 *
 * @param sha256 of the lines, ends included
 * @param previous SHA-256 of the head before; null in the first batch
 */
@JsonPropertyOrder({"version", "book", "batch", "lines", "sha256", "previous"})
record BatchHead(
    int version, String book, int batch, int lines, String sha256, @Nullable String previous) {}
