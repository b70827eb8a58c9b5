package dev.weir.local.draft;

import dev.weir.local.draft.role.Proposal;
import org.jspecify.annotations.Nullable;

/** How a proposal stands in a product: under a name that nothing reads. */
final class Undecided {

  static final String PROPERTY = "undecidedPrivacyRole";

  private Undecided() {}

  /** The custom property, in flow style. */
  static String property(Proposal proposal) {
    return "{property: " + PROPERTY + ", value: " + proposal.role().word() + "}";
  }

  /** The list of custom properties of a field that had none. */
  static String list(Proposal proposal, boolean markTime) {
    String time = markTime && proposal.eventTime() ? ", {property: eventTime, value: true}" : "";
    return "customProperties: [" + property(proposal) + time + "]";
  }

  /** For an agreement: the role that is proposed. */
  static String comment(@Nullable Proposal proposal) {
    return proposal == null ? "" : "  # undecided, proposed: " + proposal.role().word();
  }
}
