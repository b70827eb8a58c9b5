package dev.weir.local.command;

import dev.weir.local.terminal.TextTable;
import dev.weir.tokenization.keys.KeyEntry;
import java.util.List;

/** What may be said of keys, as a table. */
final class KeyLines {

  private KeyLines() {}

  static List<String> of(List<KeyEntry> keys) {
    TextTable table = new TextTable("PARTNER", "USE", "KEY ID", "STATE", "FINGERPRINT", "CREATED");
    for (KeyEntry entry : keys) {
      table.row(
          entry.partner(),
          entry.facts().use().word(),
          Integer.toUnsignedString(entry.facts().keyId()),
          entry.facts().state().word(),
          entry.facts().fingerprint(),
          entry.created());
    }
    return table.lines();
  }
}
