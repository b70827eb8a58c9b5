package dev.weir.operators.statistics;

/**
 * What one record adds to a release of statistics, if its person has room.
 *
 * @param personHigh of the name that its person has in this stage
 * @param group JSON object of what it is grouped by, as it is shown
 * @param codes by measure, see {@link dev.weir.privacy.measure.Measure#code}
 * @param eventTime when it happened, in ms since the epoch; when the broker got it is the time of
 *     the stream's element
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StatisticsRow(
    long personHigh, long personLow, String group, long[] codes, long eventTime) {

  private static final int SHARDS = 1 << 10;

  /** What it is keyed by: people are spread over as many keys. */
  public int shard() {
    return (int) (personHigh & (SHARDS - 1));
  }

  /** Neither the person nor the values. */
  @Override
  public String toString() {
    return "StatisticsRow of " + codes.length + " measures";
  }
}
