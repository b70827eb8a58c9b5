package dev.weir.operators.decode.json;

import dev.weir.operators.rfc3339.Dates;
import dev.weir.operators.rfc3339.Times;

/** Read strings that are dates or times. */
final class TimeReaders {

  private TimeReaders() {}

  /** A date; as an event's time it is its midnight UTC. */
  static final class Date extends StringReader {
    private final boolean eventTime;

    Date(JsonLayout.Leaf leaf, boolean eventTime) {
      super(leaf);
      this.eventTime = eventTime;
    }

    @Override
    boolean isOfType(Walk walk, byte[] text, int from, int to) {
      long millis = Dates.millis(text, from, to);
      if (eventTime) {
        walk.eventTime = millis;
      }
      return millis != Dates.NONE;
    }
  }

  /** A timestamp. */
  static final class Timestamp extends StringReader {
    private final boolean eventTime;

    Timestamp(JsonLayout.Leaf leaf, boolean eventTime) {
      super(leaf);
      this.eventTime = eventTime;
    }

    @Override
    boolean isOfType(Walk walk, byte[] text, int from, int to) {
      long millis = Times.millis(text, from, to, leaf.zone());
      if (eventTime) {
        walk.eventTime = millis;
      }
      return millis != Dates.NONE;
    }
  }

  /** A time of day. */
  static final class TimeOfDay extends StringReader {
    TimeOfDay(JsonLayout.Leaf leaf) {
      super(leaf);
    }

    @Override
    boolean isOfType(Walk walk, byte[] text, int from, int to) {
      return Times.isTimeOfDay(text, from, to);
    }
  }
}
