/**
 * Tokens and the keys they are made with. A library of its own: it knows neither Flink nor the
 * language, and takes every name it binds a token to as a parameter.
 *
 * <p>Key material never leaves this package: no getter, no {@code toString}, no exception text.
 */
@NullMarked
package dev.weir.tokenization;

import org.jspecify.annotations.NullMarked;
