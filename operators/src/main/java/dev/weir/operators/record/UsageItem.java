package dev.weir.operators.record;

/**
 * A record of a usage topic.
 *
 * @param month {@code <agreement>/<month>}, by which it is rated; empty: it is no usage event
 * @param event in structured mode; empty if it is none
 * @param topic where it stands
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UsageItem(String month, byte[] event, String topic, int partition, long offset) {

  /** Where it stands; never what it holds. */
  @Override
  public String toString() {
    return "UsageItem[" + topic + "-" + partition + "@" + offset + "]";
  }
}
