/** Where everything that reads or treats a record puts bytes. No Flink, and no other package. */
@NullMarked
package dev.weir.operators.bytes;

import org.jspecify.annotations.NullMarked;
