/**
 * Charges on a stream: lines that are only added, each with a name of its own, so that whoever
 * reads one twice charges it once. Not where they are kept; no Flink.
 */
@NullMarked
package dev.weir.metering.charges;

import org.jspecify.annotations.NullMarked;
