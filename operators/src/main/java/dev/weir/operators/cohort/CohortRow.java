package dev.weir.operators.cohort;

import dev.weir.operators.record.Origin;
import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Codes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to the region that finds its crowd; or word that a subject is to be forgotten
 * there.
 *
 * @param region what it is keyed by
 * @param row null: only its subject is told
 */
public record CohortRow(int region, Subject subject, @Nullable Row row) {

  static final int NO_KEY = -1;

  /** The subject's homes and rows are to be forgotten. */
  public static CohortRow forgetting(int region, Subject subject) {
    return new CohortRow(region, subject, null);
  }

  /** A row whose payload is the body's bytes. */
  public static CohortRow of(int region, Subject subject, Codes point, Codes sensitive, Body body) {
    return new CohortRow(region, subject, new Row(subject, point, sensitive, BodyForm.write(body)));
  }

  /**
   * A place in a row that depends on the crowd.
   *
   * @param at before which byte of the value
   * @param what number of the quasi-identifier; with all bits inverted, of the token
   */
  public record Opening(int at, int what) {}

  /**
   * What a row is completed from.
   *
   * @param eventTime ms since the epoch; {@link Origin#UNKNOWN}: a former build wrote it
   * @param partition of the source, and {@code offset} there
   * @param tokens as {@link dev.weir.tokenization.CohortTokens} gave them
   * @param key the token that is the Kafka key too; negative: none
   */
  public record Body(
      long eventTime,
      int partition,
      long offset,
      byte[] value,
      List<Opening> openings,
      List<byte[]> tokens,
      int key) {

    /** A row's payload again. */
    public static Body of(Row row) {
      return BodyForm.read(row.payload());
    }

    @Override
    public String toString() {
      return "Body of " + value.length + " bytes";
    }
  }
}
