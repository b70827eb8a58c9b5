/**
 * A file of the language together with its place: its value, and where each part of it stands, so
 * that whatever is found wrong later can still be shown by line and column.
 */
@NullMarked
package dev.weir.config.document;

import org.jspecify.annotations.NullMarked;
