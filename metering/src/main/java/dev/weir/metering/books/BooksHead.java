package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * {@code books.json}, in version 1.
 *
 * @param issuer who sells the data and writes the documents
 * @param series what stands before the documents' numbers; may be empty
 */
@JsonPropertyOrder({"version", "issuer", "series"})
record BooksHead(int version, String issuer, String series) {}
