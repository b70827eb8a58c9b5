/**
 * Data products: what Weir needs of an Open Data Contract Standard file (v3.0.x, v3.1.0, v3.2.0).
 *
 * <p>The whole file is first judged by the standard's own shape; these records hold the part that
 * agreements and plans refer to.
 */
@NullMarked
package dev.weir.config.product;

import org.jspecify.annotations.NullMarked;
