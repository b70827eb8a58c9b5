/**
 * {@code weir demo}: the streaming job over invented payments, on a broker and a cluster in this
 * process, and the judgement of what came out against what had to.
 */
@NullMarked
package dev.weir.local.demo;

import org.jspecify.annotations.NullMarked;
