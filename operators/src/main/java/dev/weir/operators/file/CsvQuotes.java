package dev.weir.operators.file;

/**
 * Follows the quotes of a CSV row (RFC 4180) over its lines, to know where the row ends. Quotes
 * count only at the beginning of a cell; elsewhere they are text.
 */
final class CsvQuotes {

  private enum Place {
    CELL_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  /** What a line leaves. */
  enum State {
    /** The row ends with the line. */
    ENDED,
    /** A quoted cell goes on in the next line. */
    OPEN,
    /** Text follows a closing quote: where the cell ends is anyone's guess. */
    BROKEN
  }

  private final String delimiters;
  private Place place = Place.CELL_START;

  /**
   * @param delimiters each a character that ends a cell
   */
  CsvQuotes(String delimiters) {
    this.delimiters = delimiters;
  }

  void startRow() {
    place = Place.CELL_START;
  }

  State line(byte[] line) {
    for (byte b : line) {
      if (!step(b)) {
        return State.BROKEN;
      }
    }
    return place == Place.QUOTED ? State.OPEN : State.ENDED;
  }

  private boolean step(byte b) {
    boolean ends = delimiters.indexOf(b) >= 0;
    switch (place) {
      case CELL_START -> place = b == '"' ? Place.QUOTED : ends ? place : Place.PLAIN;
      case PLAIN -> place = ends ? Place.CELL_START : place;
      case QUOTED -> place = b == '"' ? Place.AFTER_QUOTE : place;
      case AFTER_QUOTE -> {
        boolean white = b == ' ' || b == '\t' || b == '\r';
        place = ends ? Place.CELL_START : b == '"' ? Place.QUOTED : place;
        return ends || b == '"' || white;
      }
    }
    return true;
  }
}
