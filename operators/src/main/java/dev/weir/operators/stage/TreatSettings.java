package dev.weir.operators.stage;

import dev.weir.operators.control.ControlSettings;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.plan.ProductPlan;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What treat needs besides the plan.
 *
 * @param source what the product is read from, for its dead letters
 * @param maxRecordBytes of key, value and headers together: what every topic of the plan takes
 * @param control whose commands are obeyed; null: nobody's
 * @param meter how what is counted is told; null: nobody is told
 */
public record TreatSettings(
    DeadLetterSource source,
    KeySource keys,
    DeadLetterSettings deadLetters,
    WallClock clock,
    int maxRecordBytes,
    @Nullable ControlSettings control,
    @Nullable MeterSettings meter)
    implements Serializable {

  /** Whether the owner's key names subjects: where they are remembered, or can be purged. */
  boolean namesSubjects(ProductPlan product) {
    return product.namesSubjects() || commanded() && product.waits();
  }

  /** Obeying nobody's commands. */
  public TreatSettings(
      DeadLetterSource source,
      KeySource keys,
      DeadLetterSettings deadLetters,
      WallClock clock,
      int maxRecordBytes) {
    this(source, keys, deadLetters, clock, maxRecordBytes, null, null);
  }

  /** Telling nobody what was counted. */
  public TreatSettings(
      DeadLetterSource source,
      KeySource keys,
      DeadLetterSettings deadLetters,
      WallClock clock,
      int maxRecordBytes,
      @Nullable ControlSettings control) {
    this(source, keys, deadLetters, clock, maxRecordBytes, control, null);
  }

  /** For outputs that have no limit, as a file. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** What Kafka takes unless a topic says otherwise, less what it adds to a record. */
  public static final int DEFAULT_MAX_RECORD_BYTES = (1 << 20) - 512;

  /** Whether commands are obeyed. */
  public boolean commanded() {
    return control != null;
  }
}
