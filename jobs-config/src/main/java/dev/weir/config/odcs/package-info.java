/**
 * The shape of an Open Data Contract Standard file, v3.0.x, v3.1.0 and v3.2.0: which keys stand
 * where, which must, and of what kind their values are.
 *
 * <p>The shape is a JSON Schema written from the standard's documentation ({@code
 * contract.schema.json}), one for all versions. What Weir needs of a contract beyond the standard
 * is judged elsewhere.
 */
@NullMarked
package dev.weir.config.odcs;

import org.jspecify.annotations.NullMarked;
