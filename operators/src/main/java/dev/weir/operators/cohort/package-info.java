/**
 * Rows of cohort releases on their way: the space of their quasi-identifiers, from a plan; what a
 * row is while nobody knows its crowd; and how it is completed when somebody does. Nothing here
 * decides anything: {@code privacy} does.
 *
 * <p>Knows no format and no operator. No {@code toString} shows a value.
 */
@NullMarked
package dev.weir.operators.cohort;

import org.jspecify.annotations.NullMarked;
