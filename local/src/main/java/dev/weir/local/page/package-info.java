/**
 * A page of pictures for the owner: numbers and the plan's names, one file that opens without a
 * network and runs nothing. No value of a record is ever given to it.
 */
@NullMarked
package dev.weir.local.page;

import org.jspecify.annotations.NullMarked;
