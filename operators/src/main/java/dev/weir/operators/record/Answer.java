package dev.weir.operators.record;

/**
 * A value's random token, for the subtask that has asked.
 *
 * @param number of the question
 * @param token its random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int subtask, long number, byte[] token) {

  /** Without the token. */
  @Override
  public String toString() {
    return "Answer[" + subtask + ", " + number + "]";
  }
}
