package dev.weir.local.demo;

import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.opendp.OpenDpException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one window of the demo's statistics: all payments are made in its first half, and so many
 * that nobody makes more than a few.
 *
 * @param from when it begins
 * @param lateness for as long as the payments take to be written
 */
record DemoWindow(Instant from, Duration lateness) {

  static final Duration SIZE = Duration.ofSeconds(20);

  /** How far it stays behind the clock: there is one broker, and it is in this process. */
  static final Duration ALLOWANCE = Duration.ofSeconds(2);

  private static final int CUSTOMERS = 400;
  private static final int PAYMENTS_EACH = 4;
  private static final int WRITTEN_PER_SECOND = 2_000;
  private static final int WRITING_BEGINS = 10;

  /**
   * The window of now.
   *
   * @param records how many payments there will be
   */
  static DemoWindow of(Instant now, int records) {
    long size = SIZE.toMillis();
    return new DemoWindow(
        Instant.ofEpochMilli(now.toEpochMilli() / size * size),
        Duration.ofSeconds(WRITING_BEGINS + records / WRITTEN_PER_SECOND));
  }

  /** When it is drawn. */
  Instant due() {
    return from.plus(SIZE).plus(lateness).plus(ALLOWANCE);
  }

  /** How far payments are apart in the mean, at most twice as far: all are in the window. */
  static Duration apart(int records) {
    return SIZE.dividedBy(2L * records);
  }

  static int customers(int records) {
    return Math.max(CUSTOMERS, records / PAYMENTS_EACH);
  }

  /** Why this build cannot draw statistics; null: it can. */
  static @Nullable String impossible() {
    try {
      OpenDp unused = OpenDp.load();
      return null;
    } catch (OpenDpException missing) {
      return missing.getMessage();
    }
  }
}
