/**
 * What is wrong with a user's files: located, with its rule and its mend, all reported at once.
 *
 * <p>A problem names kinds, keys and fields; never a value of the user's data.
 */
@NullMarked
package dev.weir.config.problem;

import org.jspecify.annotations.NullMarked;
