/**
 * Charges as rows of FOCUS (FinOps Open Cost and Usage Specification), dataset Cost and Usage, in
 * the versions 1.4 and 1.2; the specification's own rules, by which any such table is judged; and
 * CSV that no spreadsheet runs. What Weir adds stands in columns that begin with {@code x_}.
 */
@NullMarked
package dev.weir.metering.focus;

import org.jspecify.annotations.NullMarked;
