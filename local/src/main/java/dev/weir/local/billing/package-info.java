/**
 * What the commands of billing read besides the books: usage events in files, what runs delivered,
 * and the agreements and prices that held. Nothing is written here.
 */
@NullMarked
package dev.weir.local.billing;

import org.jspecify.annotations.NullMarked;
