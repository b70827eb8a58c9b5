/**
 * How easily somebody is found again in what was released: classes of rows that show the same
 * quasi-identifiers, counted in people where the release says who is the same. The measures are
 * {@code privacy}'s. Nothing of a row is kept but what its class is known by, and nothing is shown.
 */
@NullMarked
package dev.weir.local.risk;

import org.jspecify.annotations.NullMarked;
