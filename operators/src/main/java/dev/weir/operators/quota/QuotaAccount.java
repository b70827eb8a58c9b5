package dev.weir.operators.quota;

/**
 * What has left of an agreement, as it stays in checkpoints.
 *
 * @param tokens thousandths of records that may leave at once; below 0: more did, together
 * @param at when that was so, in ms since the epoch
 * @param day days since the epoch, UTC, of which {@code dayRecords} and {@code dayBytes} have left
 * @param month months since the year 0, UTC, likewise; {@code monthEpsilon} in billionths
 * @param first place of the unit that has waited longest
 * @param next place of the next one
 */
public record QuotaAccount(
    long tokens,
    long at,
    long day,
    long dayRecords,
    long dayBytes,
    long month,
    long monthRecords,
    long monthBytes,
    long monthEpsilon,
    long first,
    long next) {

  /** Nothing has left yet. */
  public static final QuotaAccount EMPTY = new QuotaAccount(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
