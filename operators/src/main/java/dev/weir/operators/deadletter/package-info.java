/**
 * Dead letters: where a record stands, why it was not released, and, sealed for the owner, the
 * record. No value of the record and no name that the product does not declare stands in the open.
 */
@NullMarked
package dev.weir.operators.deadletter;

import org.jspecify.annotations.NullMarked;
