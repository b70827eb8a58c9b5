/**
 * Tables that agreements name by file. A table is data: its digest may be shown, its rows not, nor
 * do messages repeat a cell.
 */
@NullMarked
package dev.weir.config.table;

import org.jspecify.annotations.NullMarked;
