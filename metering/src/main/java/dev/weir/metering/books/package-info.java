/**
 * The books: a directory that holds the ledger of charges, the usage that was rated, and what the
 * last rating found. What is in it is only ever added to, in batches that are there whole or not at
 * all; what is read is checked, down to each entry being made anew. One writer at a time. No Flink,
 * no Kafka.
 */
@NullMarked
package dev.weir.metering.books;

import org.jspecify.annotations.NullMarked;
