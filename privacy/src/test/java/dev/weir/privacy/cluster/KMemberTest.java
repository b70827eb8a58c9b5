package dev.weir.privacy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.Diversity;
import dev.weir.privacy.crowd.Guarantee;
import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Field;
import dev.weir.privacy.generalize.IntegerGrid;
import dev.weir.privacy.generalize.Space;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KMemberTest {

  private static final Space SPACE =
      new Space(
          List.of(Field.of("a", IntegerGrid.of(1, 0, 9)), Field.of("b", IntegerGrid.of(1, 0, 9))));

  private static Member member(int seed) {
    return new Member(Codes.of(seed % 10, seed / 10 % 10), Values.of(Codes.of(seed / 100)));
  }

  private static Crowd crowd(List<Member> members) {
    Crowd crowd = new Crowd(1);
    members.forEach(member -> crowd.join(member.values()));
    return crowd;
  }

  private static Groups groups(List<Member> members, Guarantee guarantee) {
    return KMember.groups(SPACE, members, guarantee, crowd(members));
  }

  @Property(tries = 300)
  void everybody_isInOneGroupThatMeetsTheGuarantee_orLeftOver(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 399) Integer> seeds,
      @ForAll @IntRange(min = 1, max = 7) int k,
      @ForAll @IntRange(min = 1, max = 3) int l,
      @ForAll boolean entropy) {
    List<Member> members = seeds.stream().map(KMemberTest::member).toList();
    Guarantee guarantee = new Guarantee(k, List.of(new Diversity(0, l, entropy)), List.of());
    Groups groups = groups(members, guarantee);
    assertThat(
            Stream.concat(
                groups.groups().stream().flatMap(List::stream), groups.leftOver().stream()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, members.size()).boxed().toList());
    for (List<Integer> group : groups.groups()) {
      Crowd crowd = crowd(group.stream().map(members::get).toList());
      assertThat(guarantee.shortfall(crowd, crowd(members))).isNull();
    }
  }

  @Property(tries = 100)
  void withoutValuesToLookAt_nobodyIsLeftOverOnceThereAreK(
      @ForAll @Size(min = 7, max = 60) List<@IntRange(min = 0, max = 99) Integer> seeds,
      @ForAll @IntRange(min = 1, max = 7) int k) {
    List<Member> members = seeds.stream().map(KMemberTest::member).toList();
    assertThat(groups(members, Guarantee.of(k)).leftOver()).isEmpty();
  }

  @Test
  void likePeople_areGrouped() {
    List<Member> members = Stream.of(0, 99, 1, 98, 10, 89).map(KMemberTest::member).toList();
    assertThat(groups(members, Guarantee.of(3)).groups())
        .extracting(List::copyOf)
        .extracting(group -> group.stream().sorted().toList())
        .containsExactlyInAnyOrder(List.of(0, 2, 4), List.of(1, 3, 5));
  }

  @Test
  void lastPlace_isForTheValueThatIsMissing() {
    List<Member> members = Stream.of(0, 0, 0, 199, 199, 199).map(KMemberTest::member).toList();
    Guarantee diverse = new Guarantee(3, List.of(new Diversity(0, 2, false)), List.of());
    assertThat(groups(members, diverse).groups()).hasSize(2).allMatch(group -> group.size() == 3);
  }

  @Test
  void cuts_leaveNoPartTooLarge_andNoneTooSmall() {
    List<Codes> points = IntStream.range(0, 1000).mapToObj(n -> member(n * 7).point()).toList();
    List<List<Codes>> parts = Cuts.parts(SPACE, points, point -> point, 300, 50);
    assertThat(parts).allMatch(part -> part.size() <= 300 && part.size() >= 50);
    assertThat(parts.stream().mapToInt(List::size).sum()).isEqualTo(1000);
  }

  @Test
  void pointsThatAreAllTheSame_areNotCut() {
    List<Codes> points = IntStream.range(0, 100).mapToObj(n -> member(5).point()).toList();
    assertThat(Cuts.parts(SPACE, points, point -> point, 30, 5)).hasSize(1);
  }
}
