package dev.weir.operators.stage;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.util.IOUtils;

/**
 * Decodes, judges and treats single records for single releases, by the classes that a job does it
 * with, outside of a job: for dead letters that are tried again. Confined to one thread.
 */
public final class ReplayStage implements AutoCloseable {

  private record Part(ReleasePlan plan, ReleaseJudge judge, Treater treater, Departure departure) {}

  private final Decoder decoder;
  private final WallClock clock;
  private final int maxBytes;
  private final List<Part> parts = new ArrayList<>();
  private final ByteOutput value = new ByteOutput(1 << 10);
  private final ByteOutput key = new ByteOutput(1 << 7);

  private ReplayStage(Decoder decoder, TreatSettings settings) {
    this.decoder = decoder;
    this.clock = settings.clock();
    this.maxBytes = settings.maxRecordBytes() - ReleaseStage.HEADERS;
  }

  /**
   * Opens the keys and compiles every release.
   *
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException if keys cannot be opened
   */
  public static ReplayStage open(ProductPlan product, RecordFormat format, TreatSettings settings) {
    KeyProvider keys = PlanKeys.open(product, settings);
    TokenKeys tokens = new PartnerTokenKeys(keys);
    ReplayStage stage = new ReplayStage(format.decoder(product), settings);
    for (ReleasePlan release : product.releases()) {
      stage.parts.add(
          new Part(
              release,
              ReleaseJudge.compile(product, release),
              format.treater(product, release, tokens),
              new Departure(release, KeyVersion.of(release, keys))));
    }
    return stage;
  }

  /**
   * What becomes of a record.
   *
   * @param record with a value
   * @param release of the product; nothing is asked of the others
   */
  public ReplayOutcome apply(SourceRecord record, ReleasePlan release) {
    Event event = decode(record);
    Rejection rejection = event.rejection();
    return rejection == null
        ? released(event, part(release), clock.millis())
        : new ReplayOutcome.Refused(rejection);
  }

  private Event decode(SourceRecord record) {
    return Objects.requireNonNull(record.value()).length > 0
        ? decoder.decode(record)
        : Event.rejected(record, Rejection.of(Reason.MALFORMED));
  }

  private Part part(ReleasePlan release) {
    return parts.stream()
        .filter(part -> part.plan().equals(release))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a release of another product"));
  }

  private ReplayOutcome released(Event event, Part part, long now) {
    Reason withheld = part.judge().judge(event, now);
    if (withheld != null) {
      return new ReplayOutcome.Withheld(withheld);
    }
    value.reset();
    key.reset();
    Rejection rejection = part.treater().treat(event, value, key);
    if (rejection == null && value.length() + key.length() > maxBytes) {
      rejection = Rejection.of(Reason.TOO_LARGE);
    }
    return rejection == null
        ? new ReplayOutcome.Released(
            part.departure().record(key, value, event.source(), part.treater().cells(), now))
        : new ReplayOutcome.Refused(rejection);
  }

  @Override
  public void close() throws Exception {
    List<AutoCloseable> opened = new ArrayList<>();
    add(decoder, opened);
    parts.forEach(part -> add(part.treater(), opened));
    IOUtils.closeAll(opened);
  }

  private static void add(Object part, List<AutoCloseable> opened) {
    if (part instanceof AutoCloseable closeable) {
      opened.add(closeable);
    }
  }
}
