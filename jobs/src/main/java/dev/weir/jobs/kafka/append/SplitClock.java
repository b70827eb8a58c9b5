package dev.weir.jobs.kafka.append;

import org.jspecify.annotations.Nullable;

/**
 * How far one partition is known to have been emitted, in append time. Confined to the task's
 * thread.
 */
final class SplitClock {

  private long position;
  private long newest = Long.MIN_VALUE;
  private long readUntil = Long.MIN_VALUE;
  private long positionBefore = -1;
  private long recordAt = -1;

  /**
   * @param from offset that is read first; negative: the oldest there is
   */
  SplitClock(long from) {
    position = Math.max(0, from);
  }

  /**
   * A record was emitted.
   *
   * @param appended when it was appended; {@link Long#MIN_VALUE}: nobody knows
   */
  void emitted(long offset, long appended) {
    position = offset + 1;
    if (appended > newest) {
      newest = appended;
    }
  }

  /**
   * At that time or later the partition ended there, with nothing open before its end: what comes
   * after it was appended later.
   *
   * @return the stretch before the end that may hold no record, but only what records are committed
   *     with; null: there is none, or it is known to hold one, or records come
   */
  @Nullable Stretch told(long asked, long end) {
    if (position >= end) {
      readUntil = Math.max(readUntil, asked);
      return null;
    }
    boolean rests = position == positionBefore;
    positionBefore = position;
    return rests && recordAt < position ? new Stretch(position, end) : null;
  }

  /** What a stretch holds that was asked about. */
  void found(Stretch.Found found) {
    if (position >= found.stretch().from()) {
      position = Math.max(position, found.upTo());
      recordAt = found.record() ? Math.max(recordAt, found.upTo()) : recordAt;
    }
  }

  /** Up to when all that was appended has been emitted. */
  long time() {
    return Math.max(newest, readUntil);
  }
}
