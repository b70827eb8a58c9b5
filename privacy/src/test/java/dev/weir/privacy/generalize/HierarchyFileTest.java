package dev.weir.privacy.generalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyFileTest {

  private static final String WORK =
      """
      Private;Non-Government;*
      Federal-gov;Government;*
      Self-emp-inc;Non-Government;*
      Never-worked;Unemployed;*
      """;

  static Tree tree(String text) {
    try {
      return new Tree(HierarchyFile.read(text.getBytes(StandardCharsets.UTF_8)));
    } catch (HierarchyException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
  }

  private static List<String> problems(byte[] bytes) {
    HierarchyException refused =
        catchThrowableOfType(HierarchyException.class, () -> HierarchyFile.read(bytes));
    return refused.problems().stream()
        .map(problem -> problem.line() + ":" + problem.cell() + " " + problem.message())
        .toList();
  }

  private static List<String> problems(String text) {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  private static long code(Tree tree, String leaf) {
    return tree.code(leaf).orElseThrow();
  }

  @Test
  void values_areShownAsTheLowestLabelOverAll() {
    Tree tree = tree(WORK);
    long employed = code(tree, "Private");
    long self = code(tree, "Self-emp-inc");
    long state = code(tree, "Federal-gov");
    assertThat(self).isEqualTo(employed + 1); // siblings follow each other
    assertThat(tree.shown(employed, self)).isEqualTo(new Shown.Text("Non-Government"));
    assertThat(tree.loss(employed, self)).isEqualTo(1 / 3.0);
    assertThat(tree.shown(employed, state)).isEqualTo(new Shown.Text("*"));
    assertThat(tree.from(self, state)).isZero();
    assertThat(tree.to(self, state)).isEqualTo(3);
    assertThat(tree.loss(employed, state)).isEqualTo(1);
  }

  @Test
  void oneValue_isShownAsItself_underAParentOfItsOwnToo() {
    Tree tree = tree(WORK);
    long never = code(tree, "Never-worked");
    assertThat(tree.shown(never, never)).isEqualTo(new Shown.Text("Never-worked"));
    assertThat(tree.loss(never, never)).isZero();
  }

  @Test
  void valueThatTheHierarchyLacks_hasNoCode() {
    assertThat(tree(WORK).code("Government")).isEmpty();
    assertThat(tree(WORK).code("")).isEmpty();
  }

  @Test
  void byteOrderMark_andALastLineWithoutItsEnd_areRead() {
    assertThat(tree("\uFEFFa;*\nb;*").code("a")).hasValue(0);
    assertThat(tree("a;*\nb;*").hierarchy().leafCount()).isEqualTo(2);
  }

  @Test
  void hierarchyThatIsNoTree_isToldWhole() {
    assertThat(problems("a;x;*\nb;y;*\na;x;*\nc;y;+\n"))
        .containsExactly(
            "3:1 The leaf is on line 1 already",
            "4:2 The label has another parent on line 2",
            "4:3 The last label is not that of the first line");
  }

  @Test
  void linesOfUnevenLength_andEmptyCells_areTold() {
    assertThat(problems("a;x;*\nb;*\nc; ;*\n"))
        .containsExactly(
            "2:0 The line has another number of cells than the first", "3:2 The cell is empty");
  }

  /** The reader of a release sees the label and no level. */
  @Test
  void labelThatMeansTwoSets_isTold() {
    assertThat(problems("other;other;*\nx;other;*\ny;z;*\n"))
        .containsExactly("1:2 The label is used on a lower level for other leaves");
    assertThat(tree("x;x;*\ny;z;*\n").code("x")).isPresent();
  }

  @Test
  void brokenBytesAndQuotes_areTold() {
    assertThat(problems(new byte[] {'a', ';', (byte) 0xff}))
        .containsExactly("0:0 The file is not UTF-8");
    assertThat(problems("a;\"*\n")).containsExactly("0:0 A quoted cell is broken");
    assertThat(problems("\n")).containsExactly("0:0 There are no leaves");
  }

  @Test
  void message_holdsNoLabel() {
    assertThatThrownBy(
            () -> HierarchyFile.read("secret;*\nsecret;*\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            HierarchyException.class,
            refused ->
                assertThat(refused + refused.problems().toString()).doesNotContain("secret"));
  }
}
