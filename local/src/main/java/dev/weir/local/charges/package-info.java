/**
 * Charges as files for finance: FOCUS tables in Parquet beside CSV, by partner and billing period.
 * Here, and not in the module that makes the tables, since a cluster needs none of it.
 */
@NullMarked
package dev.weir.local.charges;

import org.jspecify.annotations.NullMarked;
