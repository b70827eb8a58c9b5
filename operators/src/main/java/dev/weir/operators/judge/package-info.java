/**
 * Whether a release may let an event out at all: the agreement's status, period and jurisdictions.
 * No Flink, nothing of the event's values but where its subject is and when it happened.
 */
@NullMarked
package dev.weir.operators.judge;

import org.jspecify.annotations.NullMarked;
