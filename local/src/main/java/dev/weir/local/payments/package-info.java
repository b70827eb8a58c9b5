/**
 * Invented card payments that look like a shop's: the same seed gives the same ones. Each says what
 * must become of it, from how it was made and not by asking Weir, so that a demo or a test can
 * judge Weir by it. No value is a real person's: addresses and numbers come from the ranges set
 * aside for examples.
 */
@NullMarked
package dev.weir.local.payments;

import org.jspecify.annotations.NullMarked;
