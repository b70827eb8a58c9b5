package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.privacy.cohort.Outcome.Reason;
import dev.weir.privacy.cohort.Outcome.Released;
import dev.weir.privacy.cohort.Outcome.Suppressed;
import dev.weir.privacy.crowd.Guarantee;
import dev.weir.privacy.crowd.Shortfall;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.Codes;
import java.nio.ByteBuffer;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FormationTest {

  private static final Policy PAIRS = World.policy(Mode.STABLE, Guarantee.of(2), 100);
  private final Harness run = new Harness(PAIRS);
  private int id;

  private static Row row(int id, int person, int age, int job, int value) {
    byte[] payload = ByteBuffer.allocate(4).putInt(id).array();
    return new Row(World.subject(person), Codes.of(age, job), Codes.of(value), payload);
  }

  /** One of the people at that time; what that decided. */
  private List<Outcome> offer(long time, int person, int age, int value) {
    run.passTo(time);
    int before = run.decided.size();
    run.offer(row(id++, person, age, 0, value));
    return run.decided.subList(before, run.decided.size()).stream().map(Decided::outcome).toList();
  }

  private void pass(long time) {
    run.passTo(time);
  }

  private List<Object> reasons() {
    return run.decided.stream()
        .map(Decided::outcome)
        .filter(Suppressed.class::isInstance)
        .<Object>map(outcome -> ((Suppressed) outcome).reason())
        .toList();
  }

  private long released() {
    return run.decided.stream().filter(one -> one.outcome() instanceof Released).count();
  }

  @Test
  void quietStream_decidesOnTime() {
    offer(0, 1, 5, 0);
    pass(World.HOLD - 1);
    assertThat(run.decided).isEmpty();
    pass(World.HOLD);
    assertThat(reasons()).containsExactly(Reason.NO_CROWD);
  }

  @Test
  void onePersonWithManyRows_isNoCrowd() {
    for (int n = 0; n < 9; n++) {
      offer(n, 1, 5, n);
    }
    pass(100);
    assertThat(released()).isZero();
  }

  @Test
  void pair_leavesTogether_andFromThenOnAtOnce() {
    offer(0, 1, 5, 0);
    offer(1, 2, 6, 0);
    pass(World.HOLD);
    assertThat(released()).isEqualTo(2);
    assertThat(offer(30, 1, 5, 0)).hasSize(1).allMatch(Released.class::isInstance);
  }

  /** Somebody with the same values comes: the attack of a zero-delay join, which docs tell of. */
  @Test
  void newcomerWhoFitsACheapCohort_joinsAtOnce() {
    offer(0, 1, 5, 0);
    offer(1, 2, 5, 0);
    offer(2, 3, 0, 0);
    offer(3, 4, 19, 0);
    pass(World.HOLD);
    assertThat(offer(30, 9, 5, 0)).hasSize(1).allMatch(Released.class::isInstance);
  }

  @Test
  void changedQuasiIdentifier_inTheSameBox_keepsTheToken() {
    offer(0, 1, 5, 0);
    offer(1, 2, 7, 0);
    pass(World.HOLD);
    Released first = (Released) run.decided.get(0).outcome();
    Released moved = (Released) offer(30, 1, 6, 0).get(0);
    assertThat(moved.cohort()).isEqualTo(first.cohort());
  }

  @Test
  void changedQuasiIdentifier_outsideTheBox_waitsForAnotherCohort() {
    offer(0, 1, 5, 0);
    offer(1, 2, 7, 0);
    pass(World.HOLD);
    assertThat(offer(30, 1, 15, 0)).isEmpty();
    pass(30 + World.HOLD);
    assertThat(reasons()).containsExactly(Reason.NO_CROWD);
  }

  @Test
  void cohortBelowK_afterErasure_holdsItsMembers_thenSuppresses() {
    offer(0, 1, 5, 0);
    offer(1, 2, 6, 0);
    pass(World.HOLD);
    run.formation.erase(World.subject(2));
    assertThat(offer(30, 1, 5, 0)).isEmpty();
    pass(30 + World.HOLD);
    assertThat(reasons()).containsExactly(Reason.CROWD_GONE);
  }

  @Test
  void cohortBelowK_releasesAgain_onceANewcomerMakesItK() {
    offer(0, 1, 5, 0);
    offer(1, 2, 6, 0);
    pass(World.HOLD);
    run.formation.erase(World.subject(2));
    offer(30, 1, 5, 0);
    offer(31, 3, 6, 0);
    pass(30 + World.HOLD);
    assertThat(reasons()).isEmpty();
    assertThat(released()).isEqualTo(4);
  }

  @Test
  void personNotSeenForTheHorizon_isForgotten() {
    offer(0, 1, 5, 0);
    offer(1, 2, 6, 0);
    pass(World.HOLD);
    offer(100, 1, 5, 0); // 2 was last seen at 20, the horizon is 100
    assertThat(offer(119, 1, 5, 0)).hasSize(1);
    assertThat(offer(120, 1, 5, 0)).isEmpty();
  }

  @Test
  void personWhoComesAllTheTime_isWrittenDownOnceATick_andForgottenNoLaterThanTheHorizon() {
    Harness often = new Harness(World.policy(Mode.STABLE, Guarantee.of(2), 640));
    often.offer(row(0, 1, 5, 0, 0));
    often.offer(row(1, 2, 6, 0, 0));
    often.passTo(World.HOLD);
    byte[] before = often.pages.toBytes();
    often.passTo(World.HOLD + 9);
    often.offer(row(2, 2, 6, 0, 0));
    assertThat(often.pages.toBytes()).isEqualTo(before);
    often.passTo(World.HOLD + 10);
    often.offer(row(3, 1, 5, 0, 0));
    assertThat(often.pages.toBytes()).isNotEqualTo(before);
    often.passTo(World.HOLD + 639);
    assertThat(often.formation.people()).isEqualTo(2);
    often.passTo(World.HOLD + 640);
    often.formation.advance(often.now);
    assertThat(often.formation.people()).as("2 was last seen 631 ago").isEqualTo(1);
  }

  @Test
  void erasure_takesRowsThatWait() {
    offer(0, 1, 5, 0);
    assertThat(run.formation.erase(World.subject(1))).isEqualTo(1);
    pass(100);
    assertThat(run.decided).isEmpty();
    assertThat(run.formation.nextDue()).isEmpty();
  }

  @Test
  void missingValue_isNoNeighbourOfAnything() {
    run.offer(row(0, 1, 5, 0, 0));
    run.offer(new Row(World.subject(2), Codes.of(Axis.MISSING, 0), Codes.of(0), new byte[4]));
    pass(World.HOLD);
    assertThat(reasons()).containsExactly(Reason.NO_CROWD, Reason.NO_CROWD);
  }

  @Test
  void rowThatWouldMakeItsCohortLessDiverse_waits_thenIsSuppressed() {
    Harness diverse = new Harness(World.policy(Mode.STABLE, World.diverse(2, 2, true), 100));
    diverse.offer(row(0, 1, 5, 0, 1));
    diverse.offer(row(1, 2, 5, 0, 2));
    diverse.passTo(World.HOLD);
    diverse.offer(row(2, 1, 5, 0, 2)); // entropy of 1, 2, 2 is below log 2
    assertThat(diverse.decided).hasSize(2);
    diverse.passTo(2 * World.HOLD);
    assertThat(diverse.decided.get(2).outcome())
        .isInstanceOfSatisfying(
            Suppressed.class, one -> assertThat(one.reason()).isEqualTo(Reason.NOT_DIVERSE));
    assertThat(diverse.formation.shortfalls().of(Shortfall.DIVERSITY)).isPositive();
    assertThat(diverse.formation.shortfalls().of(Shortfall.CLOSENESS)).isZero();
  }

  @Test
  void outcome_saysHowManyShareTheBox_andHowLongItTook() {
    run.offer(row(0, 1, 5, 0, 0));
    run.passTo(1);
    run.offer(row(1, 2, 5, 0, 0));
    run.passTo(World.HOLD);
    run.offer(row(2, 3, 5, 0, 0));
    assertThat(run.decided)
        .extracting(Decided::outcome)
        .asInstanceOf(InstanceOfAssertFactories.list(Outcome.Released.class))
        .extracting(Outcome.Released::people, Outcome.Released::waited)
        .containsExactly(tuple(2, (long) World.HOLD), tuple(2, World.HOLD - 1L), tuple(3, 0L));
  }

  @Test
  void crowdWithoutDiversity_isNotReleased() {
    Harness diverse = new Harness(World.policy(Mode.STABLE, World.diverse(2, 2, false), 100));
    diverse.offer(row(0, 1, 5, 0, 1));
    diverse.offer(row(1, 2, 5, 0, 1));
    diverse.passTo(World.HOLD);
    assertThat(diverse.decided)
        .allMatch(
            one ->
                one.outcome() instanceof Suppressed suppressed
                    && suppressed.reason() == Reason.NOT_DIVERSE);
  }

  @Test
  void manyWaiting_areGroupedBeforeTheirTime() {
    for (int person = 0; person < 25; person++) {
      offer(0, person, person % 20, 0);
    }
    assertThat(released()).isEqualTo(25);
  }

  @Test
  void rowOfAnotherShape_isRefused() {
    Row wrong = new Row(World.subject(1), Codes.of(1), Codes.of(1), new byte[4]);
    assertThatThrownBy(() -> run.formation.offer(wrong, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_showsNobodyAndNoValue() {
    Row row = row(0, 123456, 17, 3, 99);
    String shown = row + " " + row.subject() + " " + new Waiting(0, 0, row) + " " + row.point();
    assertThat(shown).doesNotContain("123456").doesNotContain("17").doesNotContain("99");
  }
}
