package dev.weir.metering.focus;

import java.util.List;

/**
 * A table of FOCUS's dataset Cost and Usage, as text.
 *
 * @param header the columns' ids
 */
public record FocusTable(FocusVersion version, List<String> header, List<FocusRow> rows) {
  public FocusTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }
}
