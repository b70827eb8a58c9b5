package dev.weir.local.preview;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.metrics.CohortTally;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Hole;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.Subject;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.treat.Holes;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectAtHand;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.RandomToken;
import dev.weir.tokenization.SubjectKey;
import dev.weir.tokenization.keys.KeyProvider;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product's records decoded, judged and treated by the very classes that a run uses, without a
 * cluster and without writing. Confined to one thread.
 */
final class DryRun {

  /** One release. */
  private sealed interface Stage {
    ReleaseJudge judge();
  }

  private record Records(ReleaseJudge judge, Treater treater, Holes holes) implements Stage {}

  private record Counts(ReleaseJudge judge, SampleStatistics statistics) implements Stage {}

  private record Crowds(ReleaseJudge judge, SampleCrowd crowd) implements Stage {}

  private final Decoder decoder;
  private final SubjectReader subjects;
  private final SubjectAtHand subject = new SubjectAtHand();
  private final Map<String, Subject> keyed = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();
  private final ByteOutput value = new ByteOutput(1 << 10);
  private final ByteOutput key = new ByteOutput(1 << 7);
  private final Map<ValueName, byte[]> remembered = new HashMap<>();
  private final SecureRandom random = new SecureRandom();

  /** How many records there were: the number of the one at hand. */
  private long taken;

  /**
   * @param now the clock, in ms since the epoch
   */
  DryRun(ProductPlan product, KeyProvider keys, long now) {
    JsonRecordFormat format = new JsonRecordFormat(RecordLimits.DEFAULT);
    decoder = format.decoder(product);
    subjects = format.subjects(product);
    for (ReleasePlan release : product.releases()) {
      ReleaseJudge judge = ReleaseJudge.compile(product, release);
      if (release.statistics() != null) {
        stages.add(new Counts(judge, new SampleStatistics(product, release, format)));
      } else if (release.cohort() != null) {
        stages.add(new Crowds(judge, new SampleCrowd(product, release, format, keys, now)));
      } else {
        Holes holes = new Holes();
        TokenKeys tokens = PartnerTokenKeys.remembering(keys, holes, subject);
        stages.add(new Records(judge, format.treater(product, release, tokens), holes));
      }
    }
  }

  /**
   * What becomes of the record in each release, in the plan's order: of cohorts that it waits.
   *
   * @param record not blank
   * @param now the clock, in ms since the epoch
   */
  List<Outcome> outcomes(SourceRecord record, long now) {
    taken++;
    Event event = decoder.decode(record);
    Rejection rejection = event.rejection();
    subject.set(whose(event));
    return stages.stream()
        .map(
            stage ->
                rejection == null
                    ? outcome(stage, event, now)
                    : new Outcome.DeadLettered(rejection))
        .toList();
  }

  /** A key for each subject, drawn for this sample. */
  private @Nullable Subject whose(Event event) {
    Slice text = subjects.read(event);
    String name =
        new String(text.array(), text.from(), text.to() - text.from(), StandardCharsets.UTF_8);
    return name.isEmpty()
        ? null
        : keyed.computeIfAbsent(
            name, none -> new Subject(new ValueName(0, 0), SubjectKey.draw(random), false));
  }

  /** The sample has ended: what waits is decided. */
  void finish(long now) {
    for (Stage stage : stages) {
      if (stage instanceof Crowds crowds) {
        crowds.crowd().finish(now);
      }
    }
  }

  /**
   * What was decided of a release's rows since it was asked last.
   *
   * @param release its number in the plan
   */
  List<SampleCrowd.Decision> decided(int release) {
    return stages.get(release) instanceof Crowds crowds ? crowds.crowd().decided() : List.of();
  }

  /** The crowds of a release; empty: it forms none. */
  Optional<CohortTally> tally(int release) {
    return stages.get(release) instanceof Crowds crowds
        ? Optional.of(crowds.crowd().tally())
        : Optional.empty();
  }

  /** The statistics of a release; empty: it has none. */
  Optional<CountedSample> counted(int release) {
    return stages.get(release) instanceof Counts counts
        ? Optional.of(counts.statistics().tally())
        : Optional.empty();
  }

  private Outcome outcome(Stage stage, Event event, long now) {
    Reason withheld = stage.judge().judge(event, now);
    if (withheld != null) {
      return new Outcome.Withheld(withheld);
    } else if (stage instanceof Counts counts) {
      return counts.statistics().add(event);
    } else if (stage instanceof Crowds crowds) {
      Rejection rejection = crowds.crowd().offer(event, taken, now);
      return rejection == null ? new Outcome.Waiting(taken) : new Outcome.DeadLettered(rejection);
    }
    return treated((Records) stage, event);
  }

  private Outcome treated(Records stage, Event event) {
    value.reset();
    key.reset();
    stage.holes().clear();
    @Nullable Rejection rejection = stage.treater().treat(event, value, key);
    return rejection == null
        ? new Outcome.Released(filled(stage.holes()))
        : new Outcome.DeadLettered(rejection);
  }

  /** With random tokens, drawn for this sample. */
  private byte[] filled(Holes holes) {
    byte[] bytes = value.toByteArray();
    for (Hole hole : holes.found()) {
      byte[] drawn = drawn(hole.value());
      RandomToken.write(drawn, bytes, hole.at());
    }
    return bytes;
  }

  private byte[] drawn(ValueName name) {
    return remembered.computeIfAbsent(name, none -> RandomToken.draw(random));
  }
}
