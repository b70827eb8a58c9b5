package dev.weir.privacy.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.privacy.generalize.Codes;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuaranteeTest {

  private static Crowd crowd(long... values) {
    Crowd crowd = new Crowd(1);
    for (long value : values) {
      crowd.join(Values.of(Codes.of(value)));
    }
    return crowd;
  }

  private static Guarantee diverse(double l, boolean entropy) {
    return new Guarantee(2, List.of(new Diversity(0, l, entropy)), List.of());
  }

  @Test
  void people_areLackingFirst() {
    assertThat(diverse(2, false).shortfall(crowd(1), crowd(1))).isEqualTo(Shortfall.PEOPLE);
    assertThat(diverse(2, false).shortfall(crowd(1, 1), crowd(1))).isEqualTo(Shortfall.DIVERSITY);
    assertThat(diverse(2, false).shortfall(crowd(1, 2), crowd(1))).isNull();
  }

  @Test
  void entropy_asksForMoreThanDistinctValues() {
    Crowd lopsided = crowd(1, 1, 1, 1, 2);
    assertThat(diverse(2, false).shortfall(lopsided, lopsided)).isNull();
    assertThat(diverse(2, true).shortfall(lopsided, lopsided)).isEqualTo(Shortfall.DIVERSITY);
    assertThat(diverse(2, true).shortfall(crowd(1, 1, 2, 2), lopsided)).isNull();
  }

  @Test
  void missingValues_areNone() {
    long none = Values.ABSENT;
    for (boolean entropy : new boolean[] {false, true}) {
      Crowd one = crowd(7, none);
      assertThat(diverse(2, entropy).shortfall(one, one)).isEqualTo(Shortfall.DIVERSITY);
      assertThat(diverse(2, entropy).valuesMissing(one)).isEqualTo(1);
      assertThat(diverse(2, entropy).isHelpedBy(Values.of(Codes.of(none)), one, one)).isFalse();
      assertThat(diverse(2, entropy).shortfall(crowd(7, none, 8), one)).isNull();
      assertThat(diverse(1, entropy).shortfall(crowd(none, none), one))
          .isEqualTo(Shortfall.DIVERSITY);
    }
    Crowd mostlyNone = crowd(7, 8, none, none, none, none, none, none);
    assertThat(diverse(2, false).shortfall(mostlyNone, mostlyNone)).isNull();
    assertThat(diverse(2, true).shortfall(mostlyNone, mostlyNone)).isNull();
    assertThat(diverse(2.5, true).shortfall(mostlyNone, mostlyNone)).isEqualTo(Shortfall.DIVERSITY);
  }

  @Test
  void closeness_isToEverybody() {
    Guarantee close = new Guarantee(2, List.of(), List.of(new Closeness(0, 0.2, false)));
    Crowd everybody = crowd(1, 1, 1, 2);
    assertThat(close.shortfall(crowd(2, 2), everybody)).isEqualTo(Shortfall.CLOSENESS);
    assertThat(close.shortfall(crowd(1, 1, 2), everybody)).isNull();
  }

  @Test
  void ordered_letsNeighboursBeNear() {
    Crowd everybody = crowd(1, 2, 3, 4, 5);
    Crowd middle = crowd(2, 3, 4);
    assertThat(new Closeness(0, 0.2, true).holds(middle, everybody)).isTrue();
    assertThat(new Closeness(0, 0.2, false).holds(middle, everybody)).isFalse();
  }

  @Test
  void onePersonWithManyValues_isOnePerson() {
    Crowd crowd = crowd(1);
    crowd.learn(Values.of(Codes.of(2)));
    assertThat(diverse(2, false).shortfall(crowd, crowd)).isEqualTo(Shortfall.PEOPLE);
  }

  @Test
  void whatIsNoGuarantee_isRefused() {
    assertThatThrownBy(() -> Guarantee.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Diversity(0, 0.5, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Closeness(0, Double.NaN, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
