package dev.weir.operators.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.TestPlans;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseJudgeTest {

  private static final String INSIDE = "2026-06-01T00:00:00Z";

  @ParameterizedTest
  @ValueSource(strings = {"draft", "suspended", "ended", "Active", ""})
  void onlyAnActiveAgreement_releases(String status) {
    ReleasePlan release = release(status, null);
    assertThat(judge(release, INSIDE, INSIDE, Event.UNKNOWN)).isEqualTo(Reason.NOT_ACTIVE);
    assertThat(judge(release("active", null), INSIDE, INSIDE, Event.UNKNOWN)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T23:59:59.999Z, false",
    "2026-01-01T00:00:00Z, true",
    "2035-12-31T23:59:59.999Z, true",
    "2036-01-01T00:00:00Z, false"
  })
  void eventAndClock_bothLieInThePeriod_itsEndNotIncluded(String time, boolean released) {
    Reason expected = released ? null : Reason.OUTSIDE_PERIOD;
    ReleasePlan release = release("active", null);
    assertThat(judge(release, time, INSIDE, Event.UNKNOWN)).isEqualTo(expected);
    assertThat(judge(release, INSIDE, time, Event.UNKNOWN)).isEqualTo(expected);
  }

  @Test
  void jurisdiction_isOneOfTheAgreements_whateverOthersName() {
    ReleasePlan release = release("active", List.of("FR", "DE"));
    ReleasePlan other = release("active", List.of("NL", "DE", "AT"));
    ProductPlan product = TestPlans.product(release, other); // AT DE FR NL
    assertThat(judge(product, release, 0)).isEqualTo(Reason.OUTSIDE_JURISDICTION);
    assertThat(judge(product, release, 1)).isNull();
    assertThat(judge(product, release, 2)).isNull();
    assertThat(judge(product, release, 3)).isEqualTo(Reason.OUTSIDE_JURISDICTION);
    assertThat(judge(product, other, 0)).isNull();
    assertThat(judge(product, release, Event.OTHER)).isEqualTo(Reason.OUTSIDE_JURISDICTION);
    assertThat(judge(product, release, Event.UNKNOWN)).isEqualTo(Reason.OUTSIDE_JURISDICTION);
  }

  @Test
  void emptyList_allowsNobody() {
    ReleasePlan release = release("active", List.of());
    assertThat(judge(release, INSIDE, INSIDE, 0)).isEqualTo(Reason.OUTSIDE_JURISDICTION);
  }

  private static @Nullable Reason judge(ProductPlan product, ReleasePlan release, int where) {
    return ReleaseJudge.compile(product, release).judge(event(INSIDE, where), millis(INSIDE));
  }

  private static @Nullable Reason judge(ReleasePlan release, String event, String now, int where) {
    return ReleaseJudge.compile(TestPlans.product(release), release)
        .judge(event(event, where), millis(now));
  }

  private static Event event(String time, int where) {
    SourceRecord record = new SourceRecord(new byte[] {1}, 0, 0, 0);
    return new Event(record, new int[0], millis(time), where, null);
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private static ReleasePlan release(String status, @Nullable List<String> jurisdictions) {
    ReleasePlan like = TestPlans.release("acme", status, null);
    return new ReleasePlan(
        like.agreement(),
        like.agreementVersion(),
        like.partner(),
        like.release(),
        like.kind(),
        like.topic(),
        like.status(),
        like.from(),
        like.to(),
        jurisdictions,
        like.retention(),
        like.keyField(),
        like.stages(),
        like.cohort(),
        like.output(),
        like.keys(),
        null,
        like.digest());
  }
}
