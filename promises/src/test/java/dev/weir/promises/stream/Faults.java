package dev.weir.promises.stream;

import dev.weir.config.FieldPath;
import dev.weir.operators.cohort.BoxForm;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.operators.treat.ValueTexts;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A format whose operator fails when it is told to, in the middle of a transaction: when so many
 * more records have been treated by any subtask in this process.
 */
public record Faults(RecordFormat format) implements RecordFormat {

  private static final AtomicInteger UNTIL_FAULT = new AtomicInteger();
  private static final AtomicInteger OPENED = new AtomicInteger();

  /** Fails once, with the n-th record from now on. */
  public static void afterRecords(int n) {
    UNTIL_FAULT.set(n);
  }

  /** How often a subtask has opened its treat stage: a restart shows in it. */
  public static int opened() {
    return OPENED.get();
  }

  @Override
  public Decoder decoder(ProductPlan product) {
    return format.decoder(product);
  }

  @Override
  public SubjectReader subjects(ProductPlan product) {
    return format.subjects(product);
  }

  @Override
  public CellCounter cells(ReleasePlan release) {
    return format.cells(release);
  }

  @Override
  public Treater treater(ProductPlan product, ReleasePlan release, TokenKeys keys) {
    Treater treater = format.treater(product, release, keys);
    OPENED.incrementAndGet();
    return (event, value, key) -> {
      fail();
      return treater.treat(event, value, key);
    };
  }

  @Override
  public CohortTreater cohortTreater(
      ProductPlan product,
      ReleasePlan release,
      CohortSpace space,
      CohortDraft draft,
      TokenKeys keys) {
    CohortTreater treater = format.cohortTreater(product, release, space, draft, keys);
    OPENED.incrementAndGet();
    return event -> {
      fail();
      return treater.treat(event);
    };
  }

  @Override
  public ValueTexts values(ProductPlan product, List<FieldPath> leaves) {
    ValueTexts values = format.values(product, leaves);
    OPENED.incrementAndGet();
    return new ValueTexts() {
      @Override
      public @Nullable Rejection turnTo(Event event) {
        fail();
        return values.turnTo(event);
      }

      @Override
      public @Nullable Slice text(int leaf) {
        return values.text(leaf);
      }
    };
  }

  @Override
  public BoxForm boxForm(ReleasePlan release) {
    return format.boxForm(release);
  }

  private static void fail() {
    if (UNTIL_FAULT.get() > 0 && UNTIL_FAULT.decrementAndGet() == 0) {
      throw new UncheckedIOException(new IOException("the fault that was asked for"));
    }
  }
}
