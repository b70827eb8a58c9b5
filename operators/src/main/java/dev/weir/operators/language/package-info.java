/**
 * Files judged by all that there is: by the language's own validator, and by what only the engine
 * knows of the files that they name.
 */
@NullMarked
package dev.weir.operators.language;

import org.jspecify.annotations.NullMarked;
