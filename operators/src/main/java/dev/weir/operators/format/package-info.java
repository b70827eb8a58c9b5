/**
 * The formats that a source may have, as the stages plug them in: each opens its decoder and its
 * treaters where they run. They hold settings and schemas, and no key or secret.
 */
@NullMarked
package dev.weir.operators.format;

import org.jspecify.annotations.NullMarked;
