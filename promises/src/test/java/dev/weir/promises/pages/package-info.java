/** Pages of {@code docs} against the code that they are about. */
@NullMarked
package dev.weir.promises.pages;

import org.jspecify.annotations.NullMarked;
