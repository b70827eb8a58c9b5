package dev.weir.bench.micro;

import dev.weir.bench.orders.FixedKeys;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.operators.treat.TextTreatments;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One value through each treatment that changes it. Tokens are {@link TokenBenchmark}'s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // set up before any measuring
public class TreatmentBenchmark {

  /** What is measured, on what. */
  public enum Of {
    MASK(LogicalType.STRING, "+4915112345678", new Step.Mask(3, 0, "*", null)),
    TRUNCATE(LogicalType.STRING, "60311", new Step.Truncate(2)),
    ROUND_DATE(LogicalType.DATE, "1946-07-15", new Step.Round(TimeUnit.YEAR, null)),
    ROUND_TIMESTAMP(
        LogicalType.TIMESTAMP, "2026-03-01T08:15:19.250Z", new Step.Round(TimeUnit.HOUR, null)),
    BUCKET(LogicalType.NUMBER, "123.45", new Step.Bucket(BigDecimal.TEN)),
    REPLACE(
        LogicalType.STRING,
        "fuel",
        new Step.Replace("t.csv", "", Map.of("fuel", "car", "food", "home"), null)),
    SHIFT(
        LogicalType.TIMESTAMP,
        "2026-03-01T08:15:19.250Z",
        new Step.Shift(
            30,
            null,
            new Step.KeyRef("acme", "shift"),
            new Step.TokenContext("shift", "agreement:a", "")));

    private final LogicalType type;
    private final byte[] value;
    private final Step step;

    Of(LogicalType type, String value, Step step) {
      this.type = type;
      this.value = value.getBytes(StandardCharsets.UTF_8);
      this.step = step;
    }
  }

  @Param public Of of;

  private final ByteOutput out = new ByteOutput(256);
  private final Slice subject = new Slice();
  private TextTreatment treatment;

  @Setup
  public void setUp() {
    PartnerKeys keys = PartnerKeys.of("acme", Map.of(KeyUse.SHIFT, NewKeyset.of(KeyUse.SHIFT)));
    treatment = TextTreatments.compile(of.step, of.type, new PartnerTokenKeys(new FixedKeys(keys)));
    byte[] who = "user-000123456".getBytes(StandardCharsets.UTF_8);
    subject.set(who, 0, who.length);
  }

  @Benchmark
  public ByteOutput treat() {
    out.reset();
    if (treatment.apply(of.value, 0, of.value.length, subject, out) != null) {
      throw new IllegalStateException("the value was refused");
    }
    return out;
  }
}
