/**
 * What a person sees: tables, before and after, progress. Plain text when nobody watches; it shows
 * what it is given and knows nothing of agreements.
 */
@NullMarked
package dev.weir.local.terminal;

import org.jspecify.annotations.NullMarked;
