/**
 * JSON events to what leaves: JSON without white space, its objects in the plan's order. What is
 * kept is copied from the source's bytes, digits and escapes as they are; whatever the plan does
 * not name has no way into the output, for nothing but spans of named values is ever read.
 */
@NullMarked
package dev.weir.operators.treat.json;

import org.jspecify.annotations.NullMarked;
