/**
 * What the keys of subjects cost, kept in RocksDB as a gateway keeps them: time for one that is new
 * and for one that is known, and bytes of each on disk and in a savepoint. The operator is the
 * gateway's own; before it there is nothing but names, behind it nothing.
 */
@NullMarked
package dev.weir.bench.subjects;

import org.jspecify.annotations.NullMarked;
