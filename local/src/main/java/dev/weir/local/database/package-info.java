/**
 * Charges in PostgreSQL: the books' entries, usage and rows of FOCUS, and the rating job's lines,
 * each put there once by its own name. The tables are made by Flyway.
 */
@NullMarked
package dev.weir.local.database;

import org.jspecify.annotations.NullMarked;
