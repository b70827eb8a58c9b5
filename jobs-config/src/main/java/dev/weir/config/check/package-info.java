/**
 * What needs more than one block or file: an agreement against its product, agreements against one
 * another, a gateway against both. Each problem stands at its place; all are found at once.
 *
 * <p>Reads tables that agreements name, and nothing else.
 */
@NullMarked
package dev.weir.config.check;

import org.jspecify.annotations.NullMarked;
