/**
 * What one plan does that an earlier one did not: for whoever has to agree to it, before it is
 * started. Both are read as printed, so that an older build's plan can be compared too.
 *
 * <p>No files, no Flink, no keys; a plan holds no value of anybody's data, so no change does.
 */
@NullMarked
package dev.weir.plan.change;

import org.jspecify.annotations.NullMarked;
