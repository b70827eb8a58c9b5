package dev.weir.local.draft.role;

import dev.weir.config.product.PrivacyRole;

/**
 * What a field may say of a person.
 *
 * @param reason why, without a value of the sample; no full stop
 * @param eventTime whether the field says when the event was
 */
public record Proposal(PrivacyRole role, String reason, boolean eventTime) {}
