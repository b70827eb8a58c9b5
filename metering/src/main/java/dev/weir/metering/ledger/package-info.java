/**
 * The ledger of charges: entries that are only ever added. What was charged wrongly is mended by
 * further lines, a month that is closed by lines of the next one that is open, and all that is said
 * of the ledger can be found again from its entries. Not where they are stored; no Flink.
 */
@NullMarked
package dev.weir.metering.ledger;

import org.jspecify.annotations.NullMarked;
