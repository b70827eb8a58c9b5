package dev.weir.metering.focus;

/**
 * What a table breaks.
 *
 * @param row from 1; 0 for the table as a whole
 * @param rule in words; no value of the cell
 */
public record FocusBreach(int row, String column, String rule) {

  @Override
  public String toString() {
    return (row == 0 ? "" : "row " + row + ", ") + column + ": " + rule;
  }
}
