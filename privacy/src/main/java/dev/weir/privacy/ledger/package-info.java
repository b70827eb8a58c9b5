/**
 * What releases of statistics have spent: charged before anything is drawn, once for each window,
 * whatever is in it; an overdraft is refused. What is charged is never taken back.
 *
 * <p>Knows `budget`. Not safe for several threads.
 */
@NullMarked
package dev.weir.privacy.ledger;

import org.jspecify.annotations.NullMarked;
