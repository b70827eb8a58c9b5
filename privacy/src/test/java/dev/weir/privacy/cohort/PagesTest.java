package dev.weir.privacy.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages that an earlier build wrote are read by every later one. */
class PagesTest {

  private static final Pattern NAME = Pattern.compile("CohortId\\[[^]]*]");

  private static final Policy POLICY = World.policy(Mode.STABLE, World.diverse(3, 2, false), 300);

  /** Waiting rows, cohorts, people with several values: every kind of page. */
  private static Harness before() {
    return new Harness(POLICY).run(steps(0));
  }

  private static List<Step> steps(int from) {
    return IntStream.range(from, from + 90)
        .mapToObj(n -> new Step(1, n * 31 % 37, n % 20 / 19, n % 3, false))
        .toList();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PagesTest.class.getResourceAsStream("/state/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Test
  void pagesOfTheFirstVersion_areRead_andGoOn() throws IOException {
    Harness run = before();
    int call = run.decided.size();
    byte[] written = run.pages.toBytes();
    if (Boolean.getBoolean("weir.regenerate")) {
      Path file = Path.of("src/test/resources/state/cohorts-v1");
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, written);
    }
    Harness restored = before();
    restored.pages = MemoryPages.of(resource("cohorts-v1"));
    restored.killAndRestore();
    List<String> goesOn = restored.run(steps(90)).finish().texts();
    List<String> other = run.run(steps(90)).finish().texts();
    assertThat(goesOn.size()).isGreaterThan(call + 50);
    assertThat(numbered(goesOn.subList(call, goesOn.size())))
        .isEqualTo(numbered(other.subList(call, other.size())));
  }

  /**
   * Cohorts by the order in which they appear: builds of the first version named them otherwise.
   */
  private static List<String> numbered(List<String> texts) {
    Map<String, String> numbers = new HashMap<>();
    return texts.stream()
        .map(
            text ->
                NAME.matcher(text)
                    .replaceAll(
                        name ->
                            numbers.computeIfAbsent(name.group(), n -> "cohort " + numbers.size())))
        .toList();
  }

  @Test
  void snapshot_holdsEveryKindOfPage() throws IOException {
    MemoryPages pages = MemoryPages.of(resource("cohorts-v1"));
    for (char kind : "mcswe".toCharArray()) {
      boolean[] found = {false};
      pages.scan(new byte[] {(byte) kind}, (key, page) -> !(found[0] = true));
      assertThat(found[0]).as("kind %s", kind).isTrue();
    }
  }

  @Test
  void pagesOfALaterVersion_areRefused() {
    byte[] later = before().pages.toBytes();
    later[0] = 2;
    assertThatThrownBy(() -> MemoryPages.of(later))
        .isInstanceOf(PageException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void pagesThatAreCutOff_areRefused() {
    byte[] whole = before().pages.toBytes();
    for (int length : List.of(0, 1, 4, 20, whole.length - 1)) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> MemoryPages.of(cut)).isInstanceOf(PageException.class);
    }
  }
}
