/**
 * Quasi-identifiers made coarser on public grids and trees. Every value has a code, a {@code long};
 * every box is a pair of codes per axis, and every edge of a box is one that anybody could name
 * without seeing the data. Nothing here changes once made, and no {@code toString} shows a value.
 *
 * <p>Knows no other package of ours.
 */
@NullMarked
package dev.weir.privacy.generalize;

import org.jspecify.annotations.NullMarked;
