/**
 * What releases cost: loss of privacy in zero-concentrated differential privacy (zCDP, Bun and
 * Steinke 2016), which adds up over releases, and its conversion from and to (ε, δ). Every rounding
 * goes to the safe side: what is charged is never less than what was spent, what is allowed never
 * more.
 *
 * <p>Plain numbers: no noise, no library, no other package of ours.
 */
@NullMarked
package dev.weir.privacy.budget;

import org.jspecify.annotations.NullMarked;
