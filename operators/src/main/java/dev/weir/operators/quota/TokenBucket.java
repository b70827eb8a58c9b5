package dev.weir.operators.quota;

/**
 * Records by the second: a bucket that fills by the rate, up to what a second allows, and that each
 * record takes one from. So over any time t at most rate · t + rate leave, and one group more where
 * records leave together. Whole numbers alone: nothing is lost by rounding. Confined to one thread.
 */
final class TokenBucket {

  static final long RECORD = 1_000;

  private long tokens;
  private long at;

  TokenBucket(long tokens, long at) {
    this.tokens = tokens;
    this.at = at;
  }

  /** A clock that goes back fills nothing. */
  void fill(long rate, long now) {
    long passed = Math.max(0, now - at);
    long lacks = rate * RECORD - tokens;
    tokens += passed > lacks / rate ? lacks : rate * passed; // rate · ms: thousandths of records
    at = now;
  }

  void take(long records) {
    tokens -= records * RECORD;
  }

  /** In how many ms so many may leave together: more than it holds leave when it is full. */
  long untilHolds(long records, long rate) {
    long lacks = Math.min(records, rate) * RECORD - tokens;
    return lacks <= 0 ? 0 : (lacks + rate - 1) / rate;
  }

  long tokens() {
    return tokens;
  }

  long at() {
    return at;
  }
}
