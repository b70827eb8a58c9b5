package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.Hole;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.tokenization.RandomToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Records wait for their tokens, whatever the order in which they come. */
class AssemblyTest {

  private static final String EMPTY = "?".repeat(RandomToken.LENGTH);

  @Property
  void anyOrderOfAnswers_fillsEveryHole_andKeepsTheOrderOfRecords(
      @ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> holes, @ForAll long seed) {
    Random random = new Random(seed);
    List<HeldRecord> records = new ArrayList<>();
    List<Long> answers = new ArrayList<>();
    for (int count : holes) {
      records.add(record(records.size(), count));
      for (int hole = 0; hole < count; hole++) {
        answers.add((long) answers.size());
      }
    }
    Collections.shuffle(answers, random);
    List<OutputRecord> out = new ArrayList<>();
    Assembly assembly = new Assembly();
    int added = 0;
    int answered = 0;
    while (added < records.size() || answered < answers.size()) {
      boolean add = added < records.size() && (answered == answers.size() || random.nextBoolean());
      if (add) {
        assembly.add(records.get(added++));
      } else {
        long number = answers.get(answered++);
        assembly.answer(number, token(number));
      }
      assembly.emit(out::add);
    }
    assertThat(assembly.isEmpty()).isTrue();
    assertThat(out.stream().map(AssemblyTest::text)).containsExactlyElementsOf(expected(holes));
  }

  @Property
  void withoutItsLastAnswer_noRecordLeaves(@ForAll @IntRange(min = 1, max = 5) int holes) {
    List<OutputRecord> out = new ArrayList<>();
    Assembly assembly = new Assembly();
    assembly.add(record(0, holes));
    assembly.add(record(1, 0));
    for (int number = 0; number < holes - 1; number++) {
      assembly.answer(number, token(number));
      assembly.emit(out::add);
    }
    assertThat(out).isEmpty();
    assertThat(assembly.isEmpty()).isFalse();
    assembly.answer(holes - 1, token(holes - 1));
    assembly.emit(out::add);
    assertThat(out).hasSize(2);
  }

  @Property
  void keyThatIsAHolesPlaceholder_isFilledWithIt(@ForAll @IntRange(max = 2) int which) {
    List<Hole> holes = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    List<String> placeholders = new ArrayList<>();
    for (int hole = 0; hole < 3; hole++) {
      placeholders.add(EMPTY.substring(1) + hole);
      holes.add(new Hole(value.length(), new ValueName(0, hole), "P1D"));
      value.append(placeholders.get(hole));
    }
    byte[] key = placeholders.get(which).getBytes(StandardCharsets.US_ASCII);
    HeldRecord held = new HeldRecord(output(key, value.toString()), holes);
    for (int hole = 0; hole < 3; hole++) {
      held.fill(hole, token(hole));
    }
    assertThat(key).isEqualTo(written(which));
  }

  private static HeldRecord record(int number, int count) {
    List<Hole> holes = new ArrayList<>();
    StringBuilder value = new StringBuilder(number + ":");
    for (int hole = 0; hole < count; hole++) {
      holes.add(new Hole(value.length(), new ValueName(number, hole), "P1D"));
      value.append(EMPTY).append(';');
    }
    return new HeldRecord(output(null, value.toString()), holes);
  }

  private static OutputRecord output(byte @Nullable [] key, String value) {
    return new OutputRecord("t", key, value.getBytes(StandardCharsets.US_ASCII), 0, List.of());
  }

  private static List<String> expected(List<Integer> holes) {
    List<String> expected = new ArrayList<>();
    long number = 0;
    for (int count : holes) {
      StringBuilder text = new StringBuilder(expected.size() + ":");
      for (int hole = 0; hole < count; hole++) {
        text.append(new String(written(number++), StandardCharsets.US_ASCII)).append(';');
      }
      expected.add(text.toString());
    }
    return expected;
  }

  private static byte[] token(long number) {
    byte[] token = new byte[RandomToken.BYTES];
    Arrays.fill(token, (byte) (number + 1));
    return token;
  }

  private static byte[] written(long number) {
    byte[] text = new byte[RandomToken.LENGTH];
    RandomToken.write(token(number), text, 0);
    return text;
  }

  private static String text(OutputRecord record) {
    return new String(record.value(), StandardCharsets.US_ASCII);
  }
}
