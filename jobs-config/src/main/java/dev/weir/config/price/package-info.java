/**
 * Price books: tiers that agreements refer to by name, and what is shared with products' owners.
 */
@NullMarked
package dev.weir.config.price;

import org.jspecify.annotations.NullMarked;
