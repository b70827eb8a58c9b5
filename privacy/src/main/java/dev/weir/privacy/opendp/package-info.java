/**
 * OpenDP's noise, through a library of our own over it (`opendp-native`), bound by JNA. {@link
 * OpenDp#load} asks the library for its version, its generator of random numbers and known values
 * before anything is drawn; a parameter that would leave a value without noise is an exception.
 *
 * <p>Nothing here is loaded by merely being on the class path. Knows no other package of ours.
 */
@NullMarked
package dev.weir.privacy.opendp;

import org.jspecify.annotations.NullMarked;
