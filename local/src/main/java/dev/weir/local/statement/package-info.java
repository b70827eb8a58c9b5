/**
 * Statements: what a partner owes for a month and why, down to the usage of each day, drawn as HTML
 * and as PDF. Everything on a page comes from the books.
 */
@NullMarked
package dev.weir.local.statement;

import org.jspecify.annotations.NullMarked;
