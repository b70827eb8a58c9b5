package dev.weir.jobs.kafka.append;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one future that a task waits for until either its reader has records or there is news. Flink
 * waits for the first that it was given until that is done, so another is made only then; and what
 * the reader gives is listened to once, for it may be the same for days.
 */
final class Wake {

  private static final CompletableFuture<Void> NOW = CompletableFuture.completedFuture(null);

  private final BooleanSupplier news;
  private volatile CompletableFuture<Void> waiting = new CompletableFuture<>();
  private @Nullable CompletableFuture<Void> heard;

  /**
   * @param news whether there is some now
   */
  Wake(BooleanSupplier news) {
    this.news = news;
  }

  /** Of the task's thread. */
  CompletableFuture<Void> unless(CompletableFuture<Void> records) {
    if (records.isDone() || news.getAsBoolean()) {
      return NOW;
    }
    if (waiting.isDone()) {
      waiting = new CompletableFuture<>();
    }
    listenTo(records);
    if (records.isDone() || news.getAsBoolean()) {
      ring(); // it came before the new one could be rung
    }
    return waiting;
  }

  @SuppressWarnings("ReferenceEquality") // futures are what they are
  private void listenTo(CompletableFuture<Void> records) {
    if (records != heard) {
      heard = records;
      var unused = records.thenRun(this::ring);
    }
  }

  /** Of any thread, after there is news. */
  void ring() {
    waiting.complete(null);
  }
}
