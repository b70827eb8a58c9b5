package dev.weir.privacy.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunningSizesTest {

  /** One step: who comes to which class, or leaves it. */
  record Step(int shown, int person, boolean comes) {
    static Step of(int number) {
      return new Step(number % 7, number / 7 % 9, number / 63 % 3 > 0);
    }
  }

  @Property
  void atAnyTime_isWhatTheMeasuresOfAReleaseSay(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 10_000) Integer> numbers) {
    NavigableMap<Integer, Set<Integer>> people = new TreeMap<>();
    RunningSizes running = new RunningSizes();
    for (Step step : numbers.stream().map(Step::of).toList()) {
      Set<Integer> of = people.computeIfAbsent(step.shown(), none -> new HashSet<>());
      int before = of.size();
      boolean unused = step.comes() ? of.add(step.person()) : of.remove(step.person());
      running.changed(before, of.size());
      assertIsRisk(running, people.values().stream().map(Set::size).toList());
    }
  }

  private static void assertIsRisk(RunningSizes running, List<Integer> sizes) {
    List<Integer> there = sizes.stream().filter(size -> size > 0).toList();
    if (there.isEmpty()) {
      assertThat(running.sizes()).isEmpty();
      assertThat(running.prosecutor()).isZero();
      assertThat(running.marketer()).isZero();
    } else {
      ProsecutorRisk risk = new ProsecutorRisk(ClassSizes.of(there));
      assertThat(running.sizes()).hasValue(risk.sizes());
      assertThat(running.prosecutor()).isEqualTo(risk.highest());
      assertThat(running.marketer()).isEqualTo(risk.marketer());
    }
  }

  @Test
  void peopleByClass_countsPeopleOnce_andForgetsThem() {
    PeopleByClass<String> people = new PeopleByClass<>();
    ClassId one = ClassId.of(1, 2);
    people.add(one, "a");
    people.add(one, "a");
    people.add(one, "b");
    people.add(ClassId.of(2, 1), "a");
    assertThat(people.sizes()).hasValue(ClassSizes.of(List.of(2, 1)));
    people.forget("a");
    assertThat(people.sizes()).hasValue(ClassSizes.of(List.of(1)));
    people.forget("b");
    assertThat(people.sizes()).isEmpty();
  }
}
