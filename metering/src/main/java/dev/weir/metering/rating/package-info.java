/**
 * Rating: usage of a calendar month and the prices that held in it become lines of charge. A pure
 * function: the same usage and prices give the same lines, in whatever windows and order the usage
 * came. Nothing is kept here; no Flink. Rules that the language leaves open: docs/decisions/0081.
 */
@NullMarked
package dev.weir.metering.rating;

import org.jspecify.annotations.NullMarked;
