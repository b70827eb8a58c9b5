/**
 * What is reconciled, read where it lies: a gateway's topics and books, or the directory of a run.
 */
@NullMarked
package dev.weir.local.reconcile;

import org.jspecify.annotations.NullMarked;
