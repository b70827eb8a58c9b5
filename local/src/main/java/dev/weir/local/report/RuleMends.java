package dev.weir.local.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What {@code docs/rules.md} says is to be done about a rule's breach. */
final class RuleMends {

  private static final Map<String, String> MENDS = read();

  private RuleMends() {}

  /** In Markdown; empty for a rule that the page lacks, which a test refuses. */
  static String of(String rule) {
    return MENDS.getOrDefault(rule, "");
  }

  private static Map<String, String> read() {
    Map<String, String> mends = new HashMap<>();
    page()
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" \\| ", 4))
        .filter(cells -> cells.length == 4)
        .forEach(cells -> mends.put(cells[0].replaceAll("[|` ]", ""), mend(cells[3])));
    return Map.copyOf(mends);
  }

  private static String mend(String cell) {
    return cell.strip().replaceAll("\\s*\\|$", "");
  }

  private static String page() {
    try (InputStream page = RuleMends.class.getResourceAsStream("rules.md")) {
      return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
