package dev.weir.local.draft;

import dev.weir.config.FieldPath;
import dev.weir.config.problem.Location;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.Entry;
import dev.weir.config.yaml.YamlNode.YamlList;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.local.draft.role.Proposal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract's own text with proposals added: in block style as lines of their own, in flow style
 * inside of it with the reason in the line above.
 */
final class ContractText {

  private final TextEdits edits;

  ContractText(String text) {
    edits = new TextEdits(text);
  }

  /** Adds the proposal for the field that stands there. */
  void add(FieldPath path, YamlMap field, Proposal proposal) {
    Entry customs = field.entries().get("customProperties");
    if (customs != null && customs.value() instanceof YamlList list) {
      addTo(list, path, proposal);
    } else if (edits.codePoint(field.location()) == '{') {
      above(field.location(), path, proposal);
      edits.after(field.location(), Undecided.list(proposal, false) + ", ");
    } else {
      Location at = secondKey(field);
      if (at != null) {
        String line = Undecided.list(proposal, false) + "  # " + proposal.reason();
        edits.lineBefore(at, " ".repeat(at.column() - 1) + line);
      }
    }
  }

  private void addTo(YamlList list, FieldPath path, Proposal proposal) {
    if (edits.codePoint(list.location()) == '[') {
      above(list.location(), path, proposal);
      String comma = list.items().isEmpty() ? "" : ", ";
      edits.after(list.location(), Undecided.property(proposal) + comma);
      return;
    }
    Location first = list.items().get(0).location();
    int dash = edits.line(first).indexOf('-');
    String indent = edits.line(first).substring(0, Math.max(0, dash));
    if (indent.isBlank()) {
      String line = indent + "- " + Undecided.property(proposal) + "  # " + proposal.reason();
      edits.lineBefore(first, line);
    }
  }

  private void above(Location at, FieldPath path, Proposal proposal) {
    String line = edits.line(at);
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    String role = proposal.role().word();
    edits.lineBefore(at, indent + "# " + path + ": " + role + ": " + proposal.reason());
  }

  /** Where the block's second key begins a line; null if it has one key alone. */
  private @Nullable Location secondKey(YamlMap field) {
    List<Entry> entries = new ArrayList<>(field.entries().values());
    Location at = entries.size() < 2 ? null : entries.get(1).keyLocation();
    return at != null && edits.firstInLine(at) ? at : null;
  }

  /** What to know of a field, in a line above it. */
  void note(YamlNode field, String what) {
    String line = edits.line(field.location());
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    edits.lineBefore(field.location(), indent + "# " + what);
  }

  String text() {
    return edits.text();
  }
}
