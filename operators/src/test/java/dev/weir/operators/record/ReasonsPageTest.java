package dev.weir.operators.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/reasons.md} and the code name the same reasons, under the right heading. */
class ReasonsPageTest {

  private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE);

  @Test
  void thePage_hasEveryReasonOnce() throws IOException {
    String[] parts = Files.readString(Path.of("..", "docs", "reasons.md")).split("## Withheld");
    assertThat(words(parts[0])).containsExactlyElementsOf(words(false));
    assertThat(words(parts[1])).containsExactlyElementsOf(words(true));
  }

  private static List<String> words(String page) {
    return ROW.matcher(page).results().map(row -> row.group(1)).toList();
  }

  private static List<String> words(boolean withheld) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.withheld() == withheld)
        .map(Reason::word)
        .toList();
  }
}
