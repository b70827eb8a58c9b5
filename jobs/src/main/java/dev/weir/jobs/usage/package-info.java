/**
 * What a gateway has written of releases, usage and charges, read again from its topics by whoever
 * wants to hold one against another. Nothing is written here.
 */
@NullMarked
package dev.weir.jobs.usage;

import org.jspecify.annotations.NullMarked;
