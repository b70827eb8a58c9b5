/**
 * Reads what a draft is made from: samples, Avro schemas, contracts. Of a sample only names, counts
 * and shapes are kept; names that look like values are counted and not kept.
 */
@NullMarked
package dev.weir.local.draft.source;

import org.jspecify.annotations.NullMarked;
