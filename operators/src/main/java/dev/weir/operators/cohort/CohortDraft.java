package dev.weir.operators.cohort;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row that a treater is writing: all but what depends on the crowd, which is left open. Confined
 * to one thread.
 */
public final class CohortDraft {

  private final ByteOutput value = new ByteOutput(1 << 10);
  private final List<CohortRow.Opening> openings = new ArrayList<>();
  private final List<byte[]> tokens = new ArrayList<>();
  private final long[] point;
  private final long[] sensitive;
  private int key = CohortRow.NO_KEY;

  /**
   * @param axes of the space
   * @param sensitive fields that the crowd's values are looked at of
   */
  public CohortDraft(int axes, int sensitive) {
    this.point = new long[axes];
    this.sensitive = new long[sensitive];
  }

  /** Begins another row. */
  public void begin() {
    value.reset();
    openings.clear();
    tokens.clear();
    key = CohortRow.NO_KEY;
    Arrays.fill(sensitive, Values.ABSENT);
  }

  /** Where the row is written. */
  public ByteOutput value() {
    return value;
  }

  /** The codes of its quasi-identifiers, each of which is to be set. */
  public long[] point() {
    return point;
  }

  /** What it shows of a sensitive field. */
  public void sensitive(int field, long code) {
    sensitive[field] = code;
  }

  /** A quasi-identifier belongs here. */
  public void open(int quasiIdentifier) {
    openings.add(new CohortRow.Opening(value.length(), quasiIdentifier));
  }

  /**
   * A token belongs here.
   *
   * @param prepared as {@link dev.weir.tokenization.CohortTokens} gives it
   * @param isKey whether it is the record's Kafka key too
   */
  public void openToken(byte[] prepared, boolean isKey) {
    if (isKey) {
      key = tokens.size();
    }
    openings.add(new CohortRow.Opening(value.length(), ~tokens.size()));
    tokens.add(prepared);
  }

  public Codes pointCodes() {
    return Codes.of(point);
  }

  public Codes sensitiveCodes() {
    return Codes.of(sensitive);
  }

  /**
   * What it takes at the most, key and value, once it is completed.
   *
   * @param filling as the space gives it
   */
  public long longest(long filling) {
    return value.length() + (openings.size() + 1) * filling;
  }

  /** What it will be completed from. */
  public CohortRow.Body body(long eventTime, int partition, long offset) {
    return new CohortRow.Body(
        eventTime,
        partition,
        offset,
        value.toByteArray(),
        List.copyOf(openings),
        List.copyOf(tokens),
        key);
  }
}
