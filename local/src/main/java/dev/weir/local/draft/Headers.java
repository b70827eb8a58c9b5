package dev.weir.local.draft;

import java.util.List;

/** What stands at the head of drafts. */
final class Headers {

  private Headers() {}

  /** By which schema an editor completes the file, for the YAML language server. */
  static String schemaLine(String schema) {
    return "# yaml-language-server: $schema=" + schema;
  }

  /** How a proposal is decided. */
  static List<String> decide() {
    return List.of(
        "Each role is a proposal with its reason; as long as it is undecided no release can name the"
            + " field.",
        "To decide, write privacyRole in place of undecidedPrivacyRole, and the right role: subject,"
            + " identifier,",
        "quasi-identifier, jurisdiction, sensitive or public.");
  }
}
