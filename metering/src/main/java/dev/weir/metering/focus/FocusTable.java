package dev.weir.metering.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table.
 *
 * @param header the columns, in order
 */
public record FocusTable(FocusVersion version, List<String> header, List<FocusRow> rows) {
  public FocusTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** What the cells of a column are. */
  public enum Kind {
    TEXT,
    DECIMAL,
    WHOLE,
    TIME
  }

  /**
   * What a column's cells are; text where the version has no such column.
   *
   * @param column an id
   */
  public Kind kind(String column) {
    return FocusColumns.find(version, column)
        .map(
            known ->
                switch (known.type()) {
                  case DECIMAL, PRICE -> Kind.DECIMAL;
                  case WHOLE -> Kind.WHOLE;
                  case DATE_TIME -> Kind.TIME;
                  case TEXT, CURRENCY, JSON -> Kind.TEXT;
                })
        .orElse(Kind.TEXT);
  }

  /** Whether a cell of that column is never null. */
  public boolean required(String column) {
    return FocusColumns.find(version, column).map(known -> !known.nullable()).orElse(false);
  }

  /** A table for each partner who has a row, by BillingAccountId. */
  public SortedMap<String, FocusTable> byPartner() {
    SortedMap<String, List<FocusRow>> rowsOf = new TreeMap<>();
    for (FocusRow row : rows) {
      String partner = row.cells().getOrDefault("BillingAccountId", "");
      rowsOf.computeIfAbsent(partner, none -> new ArrayList<>()).add(row);
    }
    SortedMap<String, FocusTable> tables = new TreeMap<>();
    rowsOf.forEach((partner, of) -> tables.put(partner, new FocusTable(version, header, of)));
    return tables;
  }
}
