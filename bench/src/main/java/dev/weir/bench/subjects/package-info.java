/**
 * What many people cost: the keys of subjects, kept in RocksDB as a gateway keeps them: time for
 * one that is new and for one that is known, and bytes of each on disk and in a savepoint. The
 * operator is the gateway's own; before it there is nothing but names, behind it nothing. Crowds
 * likewise: rows of new people and of known ones a second, and bytes of a savepoint for each.
 */
@NullMarked
package dev.weir.bench.subjects;

import org.jspecify.annotations.NullMarked;
