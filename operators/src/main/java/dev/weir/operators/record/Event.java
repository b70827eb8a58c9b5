package dev.weir.operators.record;

import org.jspecify.annotations.Nullable;

/**
 * An event in flight: its source bytes and the positions of the fields that the plan names. A field
 * becomes a value only where a treatment needs one.
 *
 * @param spans laid out by the decoder that made them; only the treater compiled from the same plan
 *     can read them; empty if rejected
 * @param eventTime ms since the epoch
 * @param jurisdiction index in the plan's sorted list of all jurisdictions that its releases name;
 *     {@link #OTHER} if it is none of them, {@link #UNKNOWN} if the record does not say
 * @param rejection why decode refused it; null if it did not
 * @param subject whose it is, where tokens are erasable; null elsewhere, or if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Event(
    SourceRecord source,
    int[] spans,
    long eventTime,
    int jurisdiction,
    @Nullable Rejection rejection,
    @Nullable Subject subject) {

  public static final int OTHER = -1;
  public static final int UNKNOWN = -2;
  private static final int[] NONE = {};

  /** An event whose subject nobody has named. */
  public Event(
      SourceRecord source,
      int[] spans,
      long eventTime,
      int jurisdiction,
      @Nullable Rejection rejection) {
    this(source, spans, eventTime, jurisdiction, rejection, null);
  }

  /** The same event, of that subject. */
  public Event of(Subject named) {
    return new Event(source, spans, eventTime, jurisdiction, rejection, named);
  }

  /** An event of no record: a subject's key is gone. */
  public static Event forgetting(ValueName name) {
    SourceRecord nowhere = new SourceRecord(null, -1, -1, 0);
    return new Event(nowhere, NONE, 0, UNKNOWN, null, Subject.forgotten(name));
  }

  /** An event that decode refused. */
  public static Event rejected(SourceRecord source, Rejection rejection) {
    return new Event(source, NONE, source.timestamp(), UNKNOWN, rejection);
  }

  /** The coordinates; never the value. */
  @Override
  public String toString() {
    return "Event[" + source + (rejection == null ? "" : " " + rejection) + "]";
  }
}
