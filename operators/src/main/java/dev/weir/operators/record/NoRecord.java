package dev.weir.operators.record;

import java.util.Locale;

/** What a source may hold in place of a record: it is counted, and nothing is released of it. */
public enum NoRecord {
  /** A Kafka record without a value, or the delete of a row. */
  TOMBSTONE,
  /** A line of a file without anything in it. */
  BLANK,
  /** A table was emptied. */
  TRUNCATE,
  /** A message that a database's log holds beside its rows. */
  MESSAGE;

  /** As it stands in metrics and summaries. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
