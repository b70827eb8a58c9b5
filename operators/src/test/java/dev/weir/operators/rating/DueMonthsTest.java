package dev.weir.operators.rating;

import static dev.weir.operators.rating.RatingHarness.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metering.usage.AgreementRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is owed without usage is the same whenever usage is read, by whom, and after restarts. */
class DueMonthsTest {

  private static final AgreementRef USED = new AgreementRef("a", "1.0.0");
  private static final AgreementRef UNUSED = new AgreementRef("b", "1.0.0");
  private static final Instant NOVEMBER = Instant.parse("2026-11-20T10:00:00Z");
  private static final List<String> NEITHER_EARLIER =
      List.of(
          "a/2026-09/1 MONTH",
          "a/2026-09/2 RECORDS",
          "a/2026-10/1 MONTH",
          "a/2026-11/1 MONTH",
          "b/2026-11/1 MONTH");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void usageAheadOfTheFirstBarrier_owesItsOwnMonthsAlone(int parallelism) throws Exception {
    try (RatingHarness rating = open(NOVEMBER, parallelism, null)) {
      use(rating);
      rating.checkpoint(1);
      assertThat(lines(rating)).containsExactlyInAnyOrderElementsOf(NEITHER_EARLIER);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void usageAfterTheFirstBarrier_owesTheSame_andARestartNothing(int parallelism) throws Exception {
    RatingHarness.Saved saved;
    try (RatingHarness rating = open(NOVEMBER, parallelism, null)) {
      rating.checkpoint(1);
      use(rating);
      saved = rating.checkpoint(2);
      assertThat(lines(rating)).containsExactlyInAnyOrderElementsOf(NEITHER_EARLIER);
    }
    try (RatingHarness rating = open(NOVEMBER, 3 - parallelism / 2, saved)) {
      rating.checkpoint(3);
      assertThat(lines(rating)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theFirstMonth_isKept_whateverSubtaskGoesOnWithIt(int parallelism) throws Exception {
    RatingHarness.Saved saved;
    try (RatingHarness rating = open(NOVEMBER, parallelism, null)) {
      use(rating);
      saved = rating.checkpoint(1);
    }
    Instant january = Instant.parse("2027-01-02T00:00:00Z");
    try (RatingHarness rating = open(january, 4 - parallelism, saved)) {
      rating.checkpoint(2);
      assertThat(lines(rating))
          .containsExactlyInAnyOrder(
              "a/2026-12/1 MONTH", "a/2027-01/1 MONTH", "b/2026-12/1 MONTH", "b/2027-01/1 MONTH");
    }
  }

  @Test
  void usageThatComesLate_owesTheMonthsBetween() throws Exception {
    try (RatingHarness rating = open(NOVEMBER, 2, null)) {
      use(rating);
      rating.checkpoint(1);
      lines(rating);
      rating.read(event(UNUSED, "2026-09-30T23:59:00Z", 1_000, "0"));
      rating.checkpoint(2);
      assertThat(lines(rating))
          .containsExactlyInAnyOrder(
              "b/2026-09/1 MONTH", "b/2026-09/2 RECORDS", "b/2026-10/1 MONTH");
    }
  }

  private static RatingHarness open(
      Instant now, int parallelism, RatingHarness.@Nullable Saved saved) throws Exception {
    return RatingHarness.open(now, parallelism, saved, USED, UNUSED);
  }

  private static void use(RatingHarness rating) throws Exception {
    rating.read(event(USED, "2026-09-03T08:00:00Z", 10_000, "0"));
  }

  private static List<String> lines(RatingHarness rating) {
    return rating.taken().stream()
        .map(event -> event.id() + " " + event.line().key().kind())
        .toList();
  }
}
