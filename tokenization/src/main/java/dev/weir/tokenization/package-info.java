/**
 * Tokens and the keys they are made with. A library of its own: it knows neither Flink nor the
 * language, and takes every name it binds a token to as a parameter.
 *
 * <p>Key material leaves only to a caller that shows Tink's {@code SecretKeyAccess}, and values
 * that tokens stand for only to one that shows {@link SourceValueAccess}: both are easy to search
 * for. No {@code toString} and no exception holds either.
 */
@NullMarked
package dev.weir.tokenization;

import org.jspecify.annotations.NullMarked;
