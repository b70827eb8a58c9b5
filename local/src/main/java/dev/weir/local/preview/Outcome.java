package dev.weir.local.preview;

import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;

/** What becomes of one record in one release. */
public sealed interface Outcome {

  /**
   * It leaves.
   *
   * @param value as it would be written
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Released(byte[] value) implements Outcome {

    /** Never what it holds. */
    @Override
    public String toString() {
      return "Released[" + value.length + " bytes]";
    }
  }

  /** The agreement keeps it back. */
  record Withheld(Reason reason) implements Outcome {}

  /**
   * A crowd is looked for.
   *
   * @param place among the rows of the sample that one was looked for
   */
  record Waiting(long place) implements Outcome {}

  /** It adds to statistics, if its person has room; nothing of it leaves. */
  record Counted() implements Outcome {}

  /** Somebody has something to mend. */
  record DeadLettered(Rejection rejection) implements Outcome {}
}
