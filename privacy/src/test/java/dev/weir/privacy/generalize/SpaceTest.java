package dev.weir.privacy.generalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTest {

  private static final Space SPACE =
      new Space(
          List.of(
              Field.of("age", IntegerGrid.of(1, 0, 100)),
              Field.of("sex", HierarchyFileTest.tree("f;*\nm;*\n")),
              Field.place("at", new BigDecimal("0.01"))));

  @Test
  void loss_isTheMeanOverFields_andAPlaceIsOneField() {
    Box box = SPACE.box(new long[] {20, 0, -9000, -18000}, new long[] {45, 1, 9000, -18000});
    assertThat(SPACE.loss(box)).isCloseTo((0.25 + 1 + 0.5) / 3, within(1e-12));
    assertThat(SPACE.fieldLoss(0, box)).isCloseTo(0.25, within(1e-12));
    assertThat(SPACE.fieldLoss(1, box)).isEqualTo(1);
    assertThat(SPACE.fieldLoss(2, box)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void box_reachesToTheEdgesOfItsTree() {
    Tree tree = HierarchyFileTest.tree("a;x;*\nb;x;*\nc;x;*\nd;y;*\n");
    Box box = new Space(List.of(Field.of("t", tree))).box(new long[] {0}, new long[] {1});
    assertThat(box.covers(Codes.of(2))).isTrue();
    assertThat(box.covers(Codes.of(3))).isFalse();
  }

  @Test
  void missingValue_sharesABoxWithMissingOnesOnly() {
    Space space = new Space(List.of(Field.of("age", IntegerGrid.of(1, 0, 100))));
    long[] missing = {Axis.MISSING};
    Box none = space.box(missing, missing);
    assertThat(space.shown(0, none)).isEqualTo(new Shown.Missing());
    assertThat(space.loss(none)).isZero();
    assertThat(none.covers(Codes.of(3))).isFalse();
    assertThat(space.box(new long[] {0}, new long[] {9}).covers(Codes.of(missing))).isFalse();
    assertThatThrownBy(() -> new Box(Codes.of(Axis.MISSING), Codes.of(9)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_holdsNoValue() {
    Box box = SPACE.box(new long[] {20, 0, 1234, 1234}, new long[] {45, 1, 9000, 1234});
    assertThat(box + " " + box.from()).doesNotContain("20").doesNotContain("1234");
    assertThat(SPACE.shown(0, box).toString()).doesNotContain("20");
  }
}
