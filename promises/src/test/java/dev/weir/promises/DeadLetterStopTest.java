package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 8: a source that turns bad ends the job for good; nothing is lost or released twice. */
class DeadLetterStopTest {

  private static final int RECORDS = 30_000;
  private static final int BAD_FROM = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration QUIET = Duration.ofSeconds(2);

  @Test
  void tooManyDeadLetters_endTheJobForGood_andAStartWithMoreAllowedLosesNothing(
      @TempDir Path directory) throws Exception {
    try (GatewayUnderTest gateway = GatewayUnderTest.create(directory, Payments.FORMAT, 1, 2)) {
      JobID first = gateway.start(gateway.gateway(2, 0.05), ResumeChoice.automatic());
      gateway.awaitRunning(first);
      feed(gateway);
      assertStopped(gateway.cluster.result(first).get(1, TimeUnit.MINUTES));
      gateway.start(gateway.gateway(2, 1), ResumeChoice.automatic());
      assertThat(seen(gateway, Payments.OUT, RECORDS - bad())).isEqualTo(RECORDS - bad());
      assertThat(seen(gateway, Payments.DEAD_LETTERS, bad())).isEqualTo(bad());
    }
  }

  private static void feed(GatewayUnderTest gateway) {
    try (Feed feed =
        new Feed(
            gateway.broker.bootstrapServers(),
            GatewayUnderTest.SOURCE,
            number -> isBad(number) ? "not json" : Payments.json(number))) {
      feed.put(RECORDS, 10_000, () -> true);
    }
  }

  /** From there every seventh. */
  private static boolean isBad(long number) {
    return number >= BAD_FROM && number % 7 == 0;
  }

  private static int bad() {
    int bad = 0;
    for (int number = 0; number < RECORDS; number++) {
      bad += isBad(number) ? 1 : 0;
    }
    return bad;
  }

  private static void assertStopped(JobResult result) {
    Throwable failure = result.getSerializedThrowable().orElseThrow();
    JobStoppedException stopped =
        ExceptionUtils.findSerializedThrowable(
                failure, JobStoppedException.class, DeadLetterStopTest.class.getClassLoader())
            .orElseThrow();
    assertThat(stopped.kind()).isEqualTo(JobStoppedException.Kind.DEAD_LETTER_SHARE);
    assertThat(stopped)
        .hasMessageContaining("of the last 1000 records were dead-lettered")
        .hasMessageContaining("malformed")
        .hasMessageContaining("maxShare");
  }

  private static int seen(GatewayUnderTest gateway, String topic, int expected) {
    try (Subscriber reader = new Subscriber(gateway.broker.bootstrapServers(), topic)) {
      return reader.read(expected, PATIENCE, QUIET).size();
    }
  }
}
