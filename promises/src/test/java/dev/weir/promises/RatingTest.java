package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.promises.stream.Charges;
import dev.weir.promises.stream.RatingUnderTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Charges are what the usage costs, through task managers that go, a broker that goes, and starts
 * at other parallelisms. {@link Charges} recomputes them.
 */
class RatingTest {

  private static final int FAILURES = 6;
  private static final int EVENTS = 150;
  private static final Duration QUIET = Duration.ofSeconds(4);

  @Test
  void charges_areWhatTheUsageCosts_throughFailuresAndScaling(@TempDir Path directory)
      throws Exception {
    Random random = new Random(20261127);
    try (RatingUnderTest rating = RatingUnderTest.start(directory, random)) {
      for (int failure = 0; failure < FAILURES; failure++) {
        rating.awaitRunning();
        rating.tell(EVENTS);
        Thread.sleep(200 + random.nextInt(1_200));
        rating.fail();
      }
      rating.tell(EVENTS);
      rating.awaitRunning();
      assertCharges(new Charges(rating.servers(), QUIET));
    }
  }

  private static void assertCharges(Charges charges) throws IOException {
    SortedMap<String, BigDecimal> expected = charges.expected(RatingUnderTest.PARTNERS);
    Charges.Charged charged = charges.charged();
    assertThat(charged.amounts()).as("%d lines", charged.lines()).isEqualTo(expected);
  }
}
