/**
 * Drafts a product and an agreement from a contract, a schema or a sample. What is drafted is valid
 * and releases nothing: every role is a proposal under {@code undecidedPrivacyRole}, which nothing
 * reads, and every field is dropped. No value of a sample stands in it.
 */
@NullMarked
package dev.weir.local.draft;

import org.jspecify.annotations.NullMarked;
