package dev.weir.operators.record;

/**
 * A record of a usage topic, or a month that is owed without one.
 *
 * @param month {@code <agreement>/<month>}, by which it is rated; empty: it is no usage event
 * @param event in structured mode; empty if it is none
 * @param topic where it stands; empty: in none, the month is owed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UsageItem(String month, byte[] event, String topic, int partition, long offset) {

  /** A month that is owed, used or not. */
  public static UsageItem due(String month) {
    return new UsageItem(month, new byte[0], "", 0, 0);
  }

  /** Whether it is no record. */
  public boolean isDue() {
    return topic.isEmpty();
  }

  /** Where it stands; never what it holds. */
  @Override
  public String toString() {
    return "UsageItem[" + topic + "-" + partition + "@" + offset + "]";
  }
}
