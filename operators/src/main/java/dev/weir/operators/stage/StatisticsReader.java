package dev.weir.operators.stage;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.weir.config.FieldPath;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.statistics.GroupNames;
import dev.weir.operators.statistics.PlannedTerms;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.ValueTexts;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.measure.Measure;
import dev.weir.privacy.measure.Terms;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads of events what one release of statistics counts: whose they are, the group, and the values.
 * Confined to one thread.
 */
public final class StatisticsReader implements AutoCloseable {

  /** Longer names of groups are not kept in state, nor shown. */
  private static final int LONGEST_GROUP = 4096;

  /** As for treatments: reading a longer number costs more than it is worth. */
  private static final int LONGEST_NUMBER = 1000;

  private final ProductPlan product;
  private final SubjectReader subjects;
  private final ValueTexts values;
  private final List<FieldPath> leaves;
  private final GroupNames groups;
  private final int grouped;
  private final Terms terms;
  private final int[] leafOfMeasure;
  private final Hasher128 hasher;
  private @Nullable StatisticsRow row;
  private @Nullable BigDecimal[] measured = {};

  /**
   * @param release of statistics
   */
  public StatisticsReader(ProductPlan product, ReleasePlan release, RecordFormat format) {
    StatisticsPlan statistics = Objects.requireNonNull(release.statistics());
    this.product = product;
    this.leaves = leaves(statistics);
    this.subjects = format.subjects(product);
    this.values = format.values(product, leaves);
    this.groups = new GroupNames(statistics.groupBy());
    this.grouped = statistics.groupBy().size();
    this.terms = PlannedTerms.of(statistics);
    this.leafOfMeasure = leafOfMeasure(statistics, leaves);
    this.hasher = Hashing.murmur3_128(product.product().hashCode());
  }

  /** First those that are grouped by, then each that is measured, once. */
  private static List<FieldPath> leaves(StatisticsPlan plan) {
    List<FieldPath> leaves = new ArrayList<>();
    plan.groupBy().forEach(group -> leaves.add(group.field()));
    plan.measures().stream()
        .map(StatisticsPlan.Figure::field)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(leaves::add);
    return leaves;
  }

  private static int[] leafOfMeasure(StatisticsPlan plan, List<FieldPath> leaves) {
    return plan.measures().stream()
        .map(StatisticsPlan.Figure::field)
        .mapToInt(field -> field == null ? -1 : leaves.lastIndexOf(field))
        .toArray();
  }

  /**
   * Reads an event.
   *
   * @return why it is dead-lettered; null: {@link #row} gives what it adds
   */
  public @Nullable Rejection read(Event event) {
    row = null;
    Slice person = subjects.read(event);
    if (person.isEmpty()) {
      return new Rejection(Reason.NO_SUBJECT, product.subject());
    }
    HashValue128 name =
        hasher.hashBytesTo128Bits(person.array(), person.from(), person.to() - person.from());
    Rejection refused = values.turnTo(event);
    if (refused != null || !group()) {
      return refused;
    }
    return groups.length() > LONGEST_GROUP ? Rejection.of(Reason.TOO_LARGE) : read(event, name);
  }

  private boolean group() {
    groups.begin();
    for (int leaf = 0; leaf < grouped; leaf++) {
      if (!groups.next(values.text(leaf))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Rejection read(Event event, HashValue128 name) {
    long[] codes = new long[leafOfMeasure.length];
    measured = new BigDecimal[leafOfMeasure.length];
    for (int at = 0; at < codes.length; at++) {
      int leaf = leafOfMeasure[at];
      Slice text = leaf < 0 ? null : values.text(leaf);
      BigDecimal value = text == null ? null : number(text);
      if (text != null && value == null) {
        return new Rejection(Reason.OUT_OF_RANGE, leaves.get(leaf));
      }
      measured[at] = value;
      codes[at] = value == null ? Measure.ABSENT : terms.measures().get(at).measure().code(value);
    }
    row =
        new StatisticsRow(
            name.getMostSignificantBits(),
            name.getLeastSignificantBits(),
            groups.name(),
            codes,
            event.eventTime());
    return null;
  }

  /** Null of what no clamp is worth reading for. */
  private static @Nullable BigDecimal number(Slice text) {
    int length = text.to() - text.from();
    if (length > LONGEST_NUMBER) {
      return null;
    }
    try {
      return near(
          new BigDecimal(new String(text.array(), text.from(), length, StandardCharsets.US_ASCII)));
    } catch (NumberFormatException exponentTooLarge) {
      return null;
    }
  }

  /** A few characters may be a number of a billion digits: none such is worked with. */
  private static @Nullable BigDecimal near(BigDecimal number) {
    long beforePoint = (long) number.precision() - number.scale();
    if (number.signum() == 0 || beforePoint < -LONGEST_NUMBER) {
      return BigDecimal.ZERO; // far less than half of any step
    }
    return beforePoint > LONGEST_NUMBER ? null : number;
  }

  /** What the event adds that was read last; null: it belongs to no group that is listed. */
  public @Nullable StatisticsRow row() {
    return row;
  }

  /**
   * The values of {@link #row}, by measure, as they are in the source; null where there is none.
   */
  public @Nullable BigDecimal[] values() {
    return measured.clone();
  }

  @Override
  public void close() {
    if (subjects instanceof AutoCloseable closeable) {
      IOUtils.closeQuietly(closeable);
    }
  }
}
