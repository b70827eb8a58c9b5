package dev.weir.jobs.kafka.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WakeTest {

  private final AtomicBoolean news = new AtomicBoolean();
  private final Wake wake = new Wake(news::get);
  private final CompletableFuture<Void> records = new CompletableFuture<>();

  @Test
  void recordsWake() {
    CompletableFuture<Void> waiting = wake.unless(records);
    assertThat(waiting).isNotDone();
    records.complete(null);
    assertThat(waiting).isDone();
  }

  @Test
  void newsWake_againAndAgain_whileNoRecordComes() {
    for (int i = 0; i < 3; i++) {
      CompletableFuture<Void> waiting = wake.unless(records);
      assertThat(waiting).isNotDone();
      news.set(true);
      wake.ring();
      assertThat(waiting).isDone();
      news.set(false);
    }
    assertThat(records.getNumberOfDependents()).isEqualTo(1);
  }

  @Test
  void whatIsThereAlready_isNotWaitedFor() {
    news.set(true);
    assertThat(wake.unless(records)).isDone();
    news.set(false);
    assertThat(wake.unless(CompletableFuture.completedFuture(null))).isDone();
  }

  @Test
  void oneIsWaitedFor_untilItIsDone_whateverTheReaderGives() {
    CompletableFuture<Void> first = wake.unless(records);
    CompletableFuture<Void> next = new CompletableFuture<>();
    assertThat(wake.unless(next)).isSameAs(first);
    next.complete(null);
    assertThat(first).isDone();
  }
}
