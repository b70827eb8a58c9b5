package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.statistics.PersonBounds;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.ledger.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentPeopleTest {

  private static final Span PERIOD = new Span(0, 1000);
  private static final Span NEXT = new Span(1000, 2000);
  private static final Subject ANNA = new Subject(1, 1);
  private static final PersonBounds ONCE =
      new PersonBounds(List.of(new PersonBounds.InWindow(0, 1, List.of("a"))));

  @Test
  void person_isKnownInThePeriodAlone() {
    RecentPeople recent = new RecentPeople(RecentPeople.MOST);
    recent.put(PERIOD, ANNA, ONCE);
    assertThat(recent.get(PERIOD, ANNA)).isEqualTo(ONCE);
    assertThat(recent.get(NEXT, ANNA)).isNull();
    assertThat(recent.get(PERIOD, new Subject(1, 2))).isNull();
  }

  @Test
  void whoCameLongestAgo_goes_whenThereIsNoMoreRoom() {
    RecentPeople recent = new RecentPeople(100_000);
    IntStream.range(0, 10_000)
        .forEach(
            i -> {
              recent.put(PERIOD, new Subject(0, i), ONCE);
              recent.put(PERIOD, ANNA, ONCE);
            });
    assertThat(recent.get(PERIOD, new Subject(0, 9_000))).isNull();
    assertThat(recent.get(PERIOD, new Subject(0, 9_999))).isNotNull();
    assertThat(recent.get(PERIOD, ANNA)).isNotNull();
  }

  @Test
  void room_isThatOfWhatPeopleHaveAddedByNow() {
    RecentPeople recent = new RecentPeople(1_000);
    recent.put(PERIOD, ANNA, inWindows(10));
    IntStream.range(0, 3).forEach(i -> recent.put(PERIOD, new Subject(2, i), ONCE));
    assertThat(recent.get(PERIOD, ANNA)).isNull();
    recent.put(PERIOD, new Subject(2, 0), inWindows(5));
    recent.put(PERIOD, new Subject(2, 0), ONCE);
    recent.put(PERIOD, ANNA, ONCE);
    assertThat(recent.get(PERIOD, ANNA)).isNotNull();
    assertThat(IntStream.range(0, 3)).allMatch(i -> recent.get(PERIOD, new Subject(2, i)) != null);
  }

  private static PersonBounds inWindows(int windows) {
    return new PersonBounds(
        IntStream.range(0, windows)
            .mapToObj(i -> new PersonBounds.InWindow(i, 1, List.of("a")))
            .toList());
  }

  @Test
  void names_ofAGroupAreOneObject() {
    RecentPeople recent = new RecentPeople(RecentPeople.MOST);
    String name = recent.name(new String("{\"shop\":\"a\"}"));
    assertThat(recent.name(new String("{\"shop\":\"a\"}"))).isSameAs(name);
  }
}
