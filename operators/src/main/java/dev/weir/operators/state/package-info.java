/**
 * What is kept and how it is written: serializers of everything that flows between stages, and the
 * types of what stages remember. Never Kryo, never a type that Flink has guessed.
 *
 * <p>The names of the classes here, the names of the states and the order of the bytes are for
 * ever: a checkpoint of any released version must be read by every later one. Each state has a file
 * of every version in the tests' resources.
 */
@NullMarked
package dev.weir.operators.state;

import org.jspecify.annotations.NullMarked;
