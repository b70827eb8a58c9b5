package dev.weir.config.check;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.document.Document;
import dev.weir.config.product.Property;
import dev.weir.config.table.ReplaceTable;
import dev.weir.config.table.TableException;

/** Judges the files that a treatment names. */
final class FileRules {

  private final Document<Agreement> document;
  private final Property property;
  private final Place place;

  FileRules(Document<Agreement> document, Property property, Place place) {
    this.document = document;
    this.property = property;
    this.place = place;
  }

  void check(Treatment treatment) {
    if (treatment instanceof Treatment.Replace replace) {
      table(replace.table(), place.key("replace").key("table"));
    } else if (treatment instanceof Treatment.Generalize generalize
        && generalize.hierarchy() != null) {
      hierarchy(generalize.hierarchy(), place.key("generalize").key("hierarchy"));
    }
  }

  private void table(String file, Place at) {
    try {
      ReplaceTable table = ReplaceTable.read(document.resolve(file));
      if (property.type() == LogicalType.INTEGER && !ReplaceTable.integers(table.rows().keySet())) {
        at.note(
            CheckRule.TABLE,
            "The field is an integer, and not all values of the table's first column are",
            "Take out the others, a header row too: they match nothing");
      }
    } catch (TableException bad) {
      at.note(CheckRule.TABLE, file + ": " + bad.getMessage(), bad.mend());
    }
  }

  private void hierarchy(String file, Place at) {
    if (!document.hasFile(file)) {
      at.note(
          CheckRule.HIERARCHY_FILE,
          "There is no file " + file + ", or it cannot be read",
          "The path is relative to this file; check the name");
    }
  }
}
