package dev.weir.jobs.kafka.append;

import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.operators.stage.WallClock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a broker again and again, in a thread of its own: the task's never waits for one. While no
 * broker answers there is no news, and watermarks stand still.
 */
final class TopicWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<TopicBroker> brokers;
  private final WallClock clock;
  private final Wake wake = new Wake(this::hasNews);
  private final AtomicReference<Map<TopicPartition, Stretch>> stretches =
      new AtomicReference<>(Map.of());
  private final Thread thread = new Thread(this::run, "weir-append-time");
  private final AtomicReference<@Nullable TopicState> news = new AtomicReference<>();
  private volatile Set<TopicPartition> ours = Set.of();
  private volatile @Nullable RuntimeException failure;
  private volatile boolean closed;
  private boolean away;

  TopicWatch(Supplier<TopicBroker> brokers, WallClock clock) {
    this.brokers = brokers;
    this.clock = clock;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Wake wake() {
    return wake;
  }

  boolean hasNews() {
    return news.get() != null || failure != null;
  }

  /**
   * What was said since this was last asked; null: nothing.
   *
   * @throws IllegalStateException if nothing will be said any more
   */
  @Nullable TopicState news() {
    if (failure != null) {
      throw new IllegalStateException("nobody asks where the topic ends any more", failure);
    }
    return news.getAndSet(null);
  }

  /** From now on of these partitions. */
  void of(Set<TopicPartition> partitions) {
    ours = partitions;
  }

  /** Looks through these once. */
  void look(Map<TopicPartition, Stretch> parts) {
    stretches.set(parts);
  }

  private void run() {
    try (TopicBroker broker = brokers.get()) {
      while (!closed) {
        ask(broker);
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException closing) {
      LOG.debug("asks no more");
    } catch (RuntimeException unexpected) {
      failure = unexpected;
      wake.ring();
    }
  }

  private void ask(TopicBroker broker) {
    long asked = clock.millis();
    try {
      news.set(broker.ask(asked, ours, stretches.getAndSet(Map.of())));
      wake.ring();
      away = false;
    } catch (KafkaException | KafkaRefusal no) {
      if (!away && !closed) {
        LOG.warn("no broker says where the topic ends; statistics wait until one does");
      }
      away = true;
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join(PATIENCE.toMillis());
  }
}
