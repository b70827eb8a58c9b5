package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.crowd.Guarantee;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * I1 to I9, I11 and I12, over random streams: people who come again, move, are erased; kills; quiet
 * times.
 */
class InvariantsTest {

  private static final int NEVER = -1;

  @Provide
  Arbitrary<List<Step>> streams() {
    return Step.streams(false);
  }

  @Provide
  Arbitrary<List<Step>> streamsWithErasures() {
    return Step.streams(true);
  }

  @Property(tries = 300)
  void i1_i2_i3_i4_i7_stable(
      @ForAll("streams") List<Step> steps, @ForAll @IntRange(min = 1, max = 6) int k) {
    Oracle oracle =
        new Oracle(Harness.whole(World.policy(Mode.STABLE, Guarantee.of(k), World.EVER), steps));
    oracle.everyRowIsDecidedOnceAndInTime();
    oracle.boxesHoldTheirRows_andAreOfThePublicGrid();
    oracle.tokensHaveOneBox();
    oracle.homesDoNotChange();
    oracle.everyReleaseIsOneOfACrowd(false, 1, false);
    oracle.intersectionsLeaveKPeople();
  }

  @Property(tries = 300)
  void i1_i2_i3_i4_i7_window(
      @ForAll("streamsWithErasures") List<Step> steps, @ForAll @IntRange(min = 1, max = 6) int k) {
    Oracle oracle =
        new Oracle(Harness.whole(World.policy(Mode.WINDOW, Guarantee.of(k), World.EVER), steps));
    oracle.everyRowIsDecidedOnceAndInTime();
    oracle.boxesHoldTheirRows_andAreOfThePublicGrid();
    oracle.tokensHaveOneBox();
    oracle.everyReleaseIsOneOfACrowd(true, 1, false);
    oracle.intersectionsLeaveKPeople();
  }

  /**
   * With people who are erased, or not seen for the horizon: the cohort stops until it is k again.
   */
  @Property(tries = 300)
  void i1_i4_whilePeopleGo(
      @ForAll("streamsWithErasures") List<Step> steps,
      @ForAll @IntRange(min = 2, max = 5) int k,
      @ForAll @IntRange(min = 21, max = 200) int horizon) {
    Oracle oracle =
        new Oracle(Harness.whole(World.policy(Mode.STABLE, Guarantee.of(k), horizon), steps));
    oracle.everyRowIsDecidedOnceAndInTime();
    oracle.tokensHaveOneBox();
    oracle.everyReleaseIsOneOfACrowd(false, 1, false);
  }

  @Property(tries = 300)
  void i5_diversity_atEveryRelease(
      @ForAll("streamsWithErasures") List<Step> steps,
      @ForAll Mode mode,
      @ForAll @IntRange(min = 1, max = 4) int k,
      @ForAll @IntRange(min = 1, max = 3) int l,
      @ForAll boolean entropy) {
    Policy policy = World.policy(mode, World.diverse(k, l, entropy), 150);
    Oracle oracle = new Oracle(Harness.whole(policy, steps));
    oracle.everyRowIsDecidedOnceAndInTime();
    oracle.everyReleaseIsOneOfACrowd(mode == Mode.WINDOW, l, entropy);
  }

  /** One person twice; the cohort of the first row covers the second, and cannot take its value. */
  @Example
  void i4_rowWhoseNewHomeCannotTakeIt_isDecidedInTimeToo() {
    List<Step> steps =
        List.of(
            new Step(0, 0, 0, 1, false), new Step(0, 0, 1, 0, false), new Step(0, 1, 0, 0, false));
    Policy policy = World.policy(Mode.STABLE, World.diverse(1, 2, true), 150);
    Oracle oracle = new Oracle(Harness.whole(policy, steps));
    oracle.everyRowIsDecidedOnceAndInTime();
    oracle.everyReleaseIsOneOfACrowd(false, 2, true);
  }

  /** I6: names that tokens are bound to never meet, over partners and over cohorts. */
  @Property(tries = 50)
  void i6_cohortsOfTwoContexts_shareNoName(@ForAll("streams") List<Step> steps) {
    Policy policy = World.policy(Mode.STABLE, Guarantee.of(2), World.EVER);
    Set<CohortId> names = new HashSet<>();
    int cohorts = 0;
    for (String context : List.of("partner a", "partner b")) {
      Formation formation = World.formation(policy, context, new MemoryPages());
      Set<CohortId> here = new HashSet<>();
      List<Outcome> outcomes = new ArrayList<>();
      for (int id = 0; id < steps.size(); id++) {
        Step step = steps.get(id);
        outcomes.addAll(
            formation.offer(World.row(id, step.person(), step.variation(), step.value()), id));
      }
      outcomes.addAll(formation.finish(steps.size()));
      outcomes.stream()
          .filter(Outcome.Released.class::isInstance)
          .forEach(released -> here.add(((Outcome.Released) released).cohort()));
      names.addAll(here);
      cohorts += here.size();
    }
    assertThat(names).hasSize(cohorts);
  }

  /** With a pace, whoever joins a cohort does so with k - 1 others; all else is as without. */
  @Property(tries = 300)
  void paced_nobodyJoinsAlone(
      @ForAll("streamsWithErasures") List<Step> steps,
      @ForAll @IntRange(min = 1, max = 4) int k,
      @ForAll @IntRange(min = 1, max = 2) int l,
      @ForAll @IntRange(min = 30, max = 200) int horizon) {
    Policy policy = World.policy(Mode.STABLE, World.diverse(k, l, false), horizon, true);
    Harness run = Harness.whole(policy, steps);
    Oracle oracle = new Oracle(run);
    oracle.everyRowIsDecidedOnceAndInTime();
    oracle.tokensHaveOneBox();
    oracle.everyReleaseIsOneOfACrowd(false, l, false);
    oracle.whoJoinsDoesSoWithAtLeast(k);
    assertThat(new Harness(policy).run(steps, at -> at % 3 == 0).finish().texts())
        .isEqualTo(run.texts());
  }

  /** I8: whenever it is killed and goes on from its pages, the same comes out. */
  @Property(tries = 200)
  void i8_killsChangeNothing(
      @ForAll("streamsWithErasures") List<Step> steps,
      @ForAll Mode mode,
      @ForAll @IntRange(min = 1, max = 5) int every,
      @ForAll boolean diverse) {
    Guarantee guarantee = diverse ? World.diverse(3, 2, true) : World.close(3, 0.4);
    Policy policy = World.policy(mode, guarantee, 120);
    Harness killed = new Harness(policy).run(steps, at -> at % every == 0).finish();
    assertThat(killed.texts()).isEqualTo(Harness.whole(policy, steps).texts());
  }

  /** I8: it goes back to a checkpoint and takes what came since again: the same comes out. */
  @Property(tries = 200)
  void i8_rollbacksWithReplay_changeNothing(
      @ForAll("streamsWithErasures") List<Step> steps,
      @ForAll Mode mode,
      @ForAll @Size(max = 4) Set<@IntRange(min = 1, max = 150) Integer> backFrom,
      @ForAll @IntRange(min = 1, max = 60) int back,
      @ForAll boolean diverse) {
    Guarantee guarantee = diverse ? World.diverse(3, 2, true) : World.close(3, 0.4);
    Policy policy = World.policy(mode, guarantee, 120);
    Harness straight = Harness.whole(policy, steps);
    Harness replayed = new Harness(policy).runWithReplay(steps, backFrom, back).finish();
    assertThat(replayed.texts()).isEqualTo(straight.texts());
    assertThat(replayed.pages.toBytes()).isEqualTo(straight.pages.toBytes());
  }

  /** I9: regions that move from one worker to another take their homes along. */
  @Property(tries = 100)
  void i9_rescaling_changesNothing(
      @ForAll("streams") List<Step> steps,
      @ForAll @IntRange(min = 1, max = 4) int before,
      @ForAll @IntRange(min = 1, max = 4) int after) {
    assertThat(new Workers(before).run(steps, steps.size() / 2, after))
        .isEqualTo(new Workers(1).run(steps, NEVER, 1));
  }

  /** I11: the loss is that of its definition. */
  @Property
  void i11_loss_isThatOfItsDefinition(
      @ForAll @IntRange(min = 0, max = 19) int one,
      @ForAll @IntRange(min = 0, max = 19) int other,
      @ForAll @IntRange(min = 0, max = 5) int job,
      @ForAll @IntRange(min = 0, max = 5) int otherJob) {
    double age = Math.abs(one - other) / 19.0;
    double jobs = job == otherJob ? 0 : job / 2 == otherJob / 2 ? 1 / 5.0 : 1;
    long[] low = {Math.min(one, other), Math.min(job, otherJob)};
    long[] high = {Math.max(one, other), Math.max(job, otherJob)};
    assertThat(World.SPACE.loss(World.SPACE.box(low, high))).isEqualTo((age + jobs) / 2);
  }

  /** I12: no byte of an erased person is left. */
  @Property(tries = 200)
  void i12_erasure_leavesNoByteOfThePerson(
      @ForAll("streams") List<Step> steps, @ForAll @IntRange(min = 0, max = 3) int person) {
    Harness run =
        new Harness(World.policy(Mode.STABLE, World.diverse(2, 1, false), 500)).run(steps);
    run.formation.erase(World.subject(person));
    String left = new String(run.pages.toBytes(), StandardCharsets.ISO_8859_1);
    assertThat(left).doesNotContain(bytes(World.subject(person).high()));
    assertThat(left).doesNotContain(bytes(World.subject(person).low()));
  }

  private static String bytes(long half) {
    byte[] bytes = ByteBuffer.allocate(8).putLong(half).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
