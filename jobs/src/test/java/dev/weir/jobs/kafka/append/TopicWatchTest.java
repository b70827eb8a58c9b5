package dev.weir.jobs.kafka.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicWatchTest {

  private static final TopicPartition P0 = new TopicPartition("t", 0);
  private static final Stretch REST = new Stretch(3, 4);

  private final AtomicLong time = new AtomicLong(1000);
  private final Broker broker = new Broker();
  private final TopicWatch watch = new TopicWatch(() -> broker, time::get);

  @AfterEach
  void close() throws Exception {
    watch.close();
    assertThat(broker.closed.get(10, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void whatIsSaid_isOfBeforeItWasAsked_andWakes() throws Exception {
    CompletableFuture<Void> waiting = watch.wake().unless(new CompletableFuture<>());
    watch.of(Set.of(P0));
    watch.start();
    broker.answer(null);
    waiting.get(10, TimeUnit.SECONDS);
    assertThat(watch.hasNews()).isTrue();
    TopicState said = watch.news();
    assertThat(said).isNotNull();
    assertThat(said.asked()).isEqualTo(1000);
    assertThat(said.ends()).containsOnlyKeys(P0);
    assertThat(watch.hasNews()).isFalse();
    assertThat(watch.news()).isNull();
  }

  @Test
  void stretch_isLookedThroughOnce() throws Exception {
    watch.look(Map.of(P0, REST));
    watch.start();
    broker.answer(null);
    broker.answer(null);
    assertThat(broker.stretches.take()).isEqualTo(Map.of(P0, REST));
    assertThat(broker.stretches.take()).isEmpty();
  }

  @Test
  void brokerThatIsAway_isAskedAgain_andSaysNothing() throws Exception {
    watch.start();
    broker.answer(new TimeoutException());
    broker.stretches.take();
    assertThat(watch.hasNews()).isFalse();
    CompletableFuture<Void> waiting = watch.wake().unless(new CompletableFuture<>());
    broker.answer(null);
    waiting.get(10, TimeUnit.SECONDS);
    assertThat(watch.news()).isNotNull();
  }

  @Test
  void defect_endsTheTask_whichWouldWaitForEver() throws Exception {
    CompletableFuture<Void> waiting = watch.wake().unless(new CompletableFuture<>());
    watch.start();
    broker.answer(new IllegalStateException("defect"));
    waiting.get(10, TimeUnit.SECONDS);
    assertThat(watch.hasNews()).isTrue();
    assertThatThrownBy(watch::news).hasRootCauseMessage("defect");
  }

  /** Answers when it is told to; time goes on while it does. */
  private final class Broker implements TopicBroker {

    private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Map<TopicPartition, Stretch>> stretches =
        new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    void answer(@Nullable RuntimeException failure) {
      answers.add(failure == null ? "well" : failure);
    }

    @Override
    public TopicState ask(
        long asked, Set<TopicPartition> ours, Map<TopicPartition, Stretch> parts) {
      try {
        Object answer = answers.take();
        time.addAndGet(500);
        stretches.add(parts);
        if (answer instanceof RuntimeException failure) {
          throw failure;
        }
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
        throw new TimeoutException(closing);
      }
      return new TopicState(
          asked, 1, ours.stream().collect(Collectors.toMap(p -> p, p -> 1L)), Map.of());
    }

    @Override
    public void close() {
      closed.complete(null);
    }
  }
}
