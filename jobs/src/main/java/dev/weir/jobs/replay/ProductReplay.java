package dev.weir.jobs.replay;

import dev.weir.operators.deadletter.DeadLetter;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.ReplayOutcome;
import dev.weir.operators.stage.ReplayStage;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.seal.PayloadOpener;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The replay of one product's dead letters. Confined to one thread. */
final class ProductReplay {

  private static final int RECORDS_IN_A_TRANSACTION = 1_000;

  private final ProductPlan product;
  private final String source;
  private final ReplayStage stage;
  private final LetterFilter filter;
  private final PayloadOpener opener;
  private final Notes notes;
  private final MeteredWriter writer;
  private final ReplayTally tally;
  private final Set<String> tried = new HashSet<>();
  private int released;

  ProductReplay(
      ProductPlan product,
      String source,
      ReplayStage stage,
      LetterFilter filter,
      PayloadOpener opener,
      Notes notes,
      MeteredWriter writer,
      ReplayTally tally) {
    this.product = product;
    this.source = source;
    this.stage = stage;
    this.filter = filter;
    this.opener = opener;
    this.notes = notes;
    this.writer = writer;
    this.tally = tally;
  }

  void one(StoredLetter stored) {
    if (filter.takes(stored)) {
      @Nullable Unworked unworked = unworked(stored.letter());
      if (unworked == null) {
        work(stored);
      } else {
        tally.add(unworked, 1);
      }
    }
  }

  private @Nullable Unworked unworked(DeadLetter letter) {
    if (letter.source().file() || !letter.source().name().equals(source)) {
      return Unworked.OTHER_SOURCE;
    } else if (releases(letter).isEmpty()) {
      return Unworked.NO_RELEASE;
    } else if (letter.payload() == null) {
      return Unworked.NO_PAYLOAD;
    }
    // A letter of treat was judged by its Kafka timestamp before; one of decode was not, and the
    // letter does not hold that time.
    boolean timeless = product.eventTime() == null && letter.release() == null;
    return timeless ? Unworked.NO_EVENT_TIME : null;
  }

  /** The releases that lack the record: the letter's, or all if it was refused for all. */
  private List<ReleasePlan> releases(DeadLetter letter) {
    return product.releases().stream()
        .filter(release -> lacks(letter, release))
        .filter(release -> filter.takes(release.agreement(), release.release()))
        .toList();
  }

  private static boolean lacks(DeadLetter letter, ReleasePlan release) {
    return letter.release() == null
        || (release.release().equals(letter.release())
            && release.agreement().equals(letter.agreementId()));
  }

  private void work(StoredLetter stored) {
    DeadLetter letter = stored.letter();
    Optional<byte[]> value =
        opener.open(Objects.requireNonNull(letter.payload()), letter.source().context());
    if (value.isEmpty()) {
      tally.add(Unworked.NOT_OPENED, 1);
      return;
    }
    SourceRecord record =
        new SourceRecord(
            value.get(), letter.source().partition(), letter.source().offset(), stored.timestamp());
    releases(letter).forEach(release -> work(letter, record, release));
  }

  /** Several letters may tell of one record: it is tried once. */
  private void work(DeadLetter letter, SourceRecord record, ReleasePlan release) {
    if (tried.add(Notes.key(letter.source(), release))) {
      boolean already = notes.holds(letter.source(), release);
      tally.add(
          release,
          already ? ReplayTally.ALREADY : outcome(letter, stage.apply(record, release), release));
    }
  }

  private String outcome(DeadLetter letter, ReplayOutcome outcome, ReleasePlan release) {
    if (outcome instanceof ReplayOutcome.Released leaves) {
      writer.send(leaves.record());
      notes.add(letter.source(), release, writer);
      commitNowAndThen();
      return ReplayTally.RELEASED;
    } else if (outcome instanceof ReplayOutcome.Withheld withheld) {
      return "withheld: " + withheld.reason().word();
    }
    return "refused again: " + ((ReplayOutcome.Refused) outcome).rejection().reason().word();
  }

  private void commitNowAndThen() {
    if (++released % RECORDS_IN_A_TRANSACTION == 0) {
      writer.commit();
    }
  }
}
