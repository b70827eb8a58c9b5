package dev.weir.jobs.replay;

import dev.weir.jobs.graph.MeterStage;
import dev.weir.jobs.kafka.ReplayWriter;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.meter.MeteredRelease;
import dev.weir.operators.stage.ReplayStage;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.seal.PayloadOpener;
import java.util.List;
import java.util.UUID;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Tries the records of a gateway's dead letters again.
 *
 * <p>Exactly once: a record and the note that its release has it are committed together; notes are
 * read to their end before the first record, and after every other replay of the gateway was
 * fenced. Decision 0033 says what is not promised.
 */
public final class Replay {

  private final GatewaySettings gateway;
  private final int maxRecordBytes;
  private final LetterFilter filter;
  private final PayloadOpener opener;
  private final ReplayTally tally = new ReplayTally();

  private Replay(
      GatewaySettings gateway, int maxRecordBytes, LetterFilter filter, PayloadOpener opener) {
    this.gateway = gateway;
    this.maxRecordBytes = maxRecordBytes;
    this.filter = filter;
    this.opener = opener;
  }

  /**
   * Replays.
   *
   * @param notes topic of what was replayed
   * @param maxRecordBytes what every topic that is written takes
   * @throws org.apache.kafka.common.KafkaException if the broker ends it, or another replay does;
   *     what was released by then is noted
   */
  public static ReplayTally run(
      JobPlan plan,
      GatewaySettings gateway,
      String notes,
      int maxRecordBytes,
      LetterFilter filter,
      PayloadOpener opener) {
    Replay replay = new Replay(gateway, maxRecordBytes, filter, opener);
    try (ReplayWriter writer = ReplayWriter.open(gateway.kafka(), transactionalId(plan))) {
      Notes replayed = Notes.read(gateway.kafka(), notes);
      MeteredWriter metered = replay.metered(plan, writer);
      plan.products().forEach(product -> replay.product(product, replayed, metered));
      metered.commit();
    }
    return replay.tally;
  }

  /**
   * No sink's prefix is the beginning of it: those begin with {@code weir/} or {@code weir-aside/}.
   */
  static String transactionalId(JobPlan plan) {
    return "weir-replay/" + plan.gateway();
  }

  private MeteredWriter metered(JobPlan plan, ReplayWriter writer) {
    List<MeteredRelease> releases =
        plan.products().stream()
            .flatMap(
                product ->
                    MeterStage.releases(product, gateway.source(product.product()).format())
                        .stream())
            .toList();
    String run = UUID.randomUUID().toString();
    return new MeteredWriter(writer, MeterSettings.ofJob(plan, run), releases);
  }

  private void product(ProductPlan product, Notes notes, MeteredWriter writer) {
    SourceSettings source = gateway.source(product.product());
    TreatSettings settings =
        new TreatSettings(
            DeadLetterSource.topic(source.topic()),
            gateway.keys(),
            gateway.deadLetters(),
            WallClock.system(),
            maxRecordBytes);
    try (ReplayStage stage = ReplayStage.open(product, source.format(), settings)) {
      ProductReplay replay =
          new ProductReplay(product, source.topic(), stage, filter, opener, notes, writer, tally);
      long unreadable =
          new LetterTopic(gateway.kafka(), product.deadLetterTopic()).read(replay::one);
      tally.add(Unworked.UNREADABLE, unreadable);
    } catch (SuppressRestartsException stopped) {
      throw stopped.getCause() instanceof RuntimeException why ? why : stopped;
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception notClosed) {
      throw new IllegalStateException("a stage could not be closed", notClosed);
    }
  }
}
