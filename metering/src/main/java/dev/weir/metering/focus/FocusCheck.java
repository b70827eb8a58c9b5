package dev.weir.metering.focus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a table by FOCUS's own rules for columns, cells and rows, whoever made it. Rules that need
 * more than the table, as that ids stay the same over the months, are not judged.
 */
public final class FocusCheck {

  private final FocusTable table;
  private final List<FocusBreach> breaches = new ArrayList<>();

  private FocusCheck(FocusTable table) {
    this.table = table;
  }

  /** All that it breaks; empty if it conforms. */
  public static List<FocusBreach> check(FocusTable table) {
    FocusCheck check = new FocusCheck(table);
    check.columns();
    for (int i = 0; i < table.rows().size(); i++) {
      check.cells(i + 1, table.rows().get(i));
      check.row(i + 1, table.rows().get(i));
    }
    check.skuPrices();
    return check.breaches;
  }

  private void columns() {
    for (FocusColumn column : FocusColumns.of(table.version())) {
      if (column.mandatory() && !table.header().contains(column.id())) {
        note(0, column.id(), "is mandatory");
      }
    }
    boolean custom = false;
    for (String id : table.header()) {
      custom |= FocusColumns.isCustom(id);
      if (custom && !FocusColumns.isCustom(id)) {
        note(0, id, "stands behind columns that begin with x_");
      }
      if (!FocusColumns.isCustom(id) && column(id).isEmpty()) {
        note(0, id, "is no column that Weir knows of FOCUS " + table.version().text());
      }
    }
    if (new HashSet<>(table.header()).size() != table.header().size()) {
      note(0, "header", "names a column twice");
    }
  }

  private Optional<FocusColumn> column(String id) {
    return FocusColumns.find(table.version(), id);
  }

  private void cells(int row, FocusRow cells) {
    for (String id : cells.cells().keySet()) {
      if (!table.header().contains(id)) {
        note(row, id, "is not in the header");
      }
    }
    for (String id : table.header()) {
      column(id).ifPresent(column -> cell(row, column, cells));
    }
  }

  private void cell(int row, FocusColumn column, FocusRow cells) {
    String text = cells.text(column.id());
    if (text == null && !column.nullable()) {
      note(row, column.id(), "is never null");
    } else if (text != null && !Formats.isOf(column.type(), text)) {
      note(row, column.id(), "has not the format of " + column.type());
    }
  }

  private void row(int number, FocusRow row) {
    for (RowRule rule : RowRules.of(table.version())) {
      if (table.header().contains(rule.column()) && !rule.holds().test(row)) {
        note(number, rule.column(), rule.rule());
      }
    }
  }

  private void skuPrices() {
    Map<String, String> parents = new HashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      String price = table.rows().get(i).text("SkuPriceId");
      String sku = table.rows().get(i).text("SkuId");
      if (price != null && sku != null && !sku.equals(parents.computeIfAbsent(price, p -> sku))) {
        note(i + 1, "SkuPriceId", "has one SkuId and only one");
      }
    }
  }

  private void note(int row, String column, String rule) {
    breaches.add(new FocusBreach(row, column, rule));
  }
}
