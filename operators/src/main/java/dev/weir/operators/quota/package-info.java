/**
 * How much has left of an agreement, and whether more may. No Flink, and nothing of any record but
 * when it happened and how large it is.
 */
@NullMarked
package dev.weir.operators.quota;

import org.jspecify.annotations.NullMarked;
