/**
 * Dates and times in the forms of RFC 3339, section 5.6, read from bytes and written to bytes
 * without an object in between. The calendar is the proleptic Gregorian one, years 0000 to 9999; a
 * leap second is no time here, as nothing after us could count with it.
 */
@NullMarked
package dev.weir.operators.rfc3339;

import org.jspecify.annotations.NullMarked;
