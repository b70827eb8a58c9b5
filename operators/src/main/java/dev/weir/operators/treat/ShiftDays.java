package dev.weir.operators.treat;

/** By how many days the dates of a subject move. Confined to one thread. */
@FunctionalInterface
public interface ShiftDays {

  /**
   * Days, the same for the same subject, negative or positive, never 0.
   *
   * @param subject holds the subject's canonical text from {@code from} to {@code to}, exclusive
   */
  int days(byte[] subject, int from, int to);
}
