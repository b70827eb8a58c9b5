/**
 * Proposes for each field what it says of a person, with the reason. A proposal decides nothing; in
 * doubt it is the stricter role. Stricter is what may be done with less: subject, identifier,
 * quasi-identifier and jurisdiction alike, sensitive, public.
 */
@NullMarked
package dev.weir.local.draft.role;

import org.jspecify.annotations.NullMarked;
