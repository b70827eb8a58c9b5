package dev.weir.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void table_alignsNumbersRightAndTextLeft() {
    List<String> lines = new TextTable("NAME", "IN").row("acme", 7).row("globex", 1200).lines();
    assertThat(lines).containsExactly("NAME      IN", "acme       7", "globex  1200");
  }

  @Test
  void sideBySide_showsADotForWhatASideLacks() {
    Map<String, String> before = new LinkedHashMap<>();
    before.put("id", "P1");
    before.put("name", "Ann");
    List<String> lines = new SideBySide(60).lines(before, Map.of("id", "P1"));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("id").endsWith("→ P1");
    assertThat(lines.get(1)).startsWith("name").endsWith("→ ·");
  }

  @Test
  void controlCharacters_areShownAndNotObeyed() {
    List<String> lines = new SideBySide(60).lines(Map.of("a", "\u001b[2Jx\u202e"), Map.of());
    assertThat(lines.get(0)).contains("\\u001b[2Jx\\u202e").doesNotContain("\u001b");
  }

  @Property
  void fittedText_takesExactlyItsColumns(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 50) int columns) {
    assertThat(Cells.width(Cells.fit(Cells.shown(text), columns))).isEqualTo(columns);
  }

  @Test
  void progress_isSilentWhereNobodyWatches() {
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err);
    try (ProgressBar bar = new ProgressBar(Terminal.piped(writer, writer), "reading", 10)) {
      bar.at(5);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void progress_rewritesOneLineOnATerminal() {
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err);
    Terminal watched = new Terminal(writer, writer, true, false, 80);
    try (ProgressBar bar = new ProgressBar(watched, "reading", 10)) {
      bar.at(5);
    }
    assertThat(err.toString()).contains("5 of 10").doesNotContain("\n").endsWith("\u001b[2K");
  }

  @Test
  void noColor_isRespected() {
    System.setProperty("weir.terminal", "true");
    try {
      assertThat(Terminal.ofProcess(Map.of("NO_COLOR", "1")).bold("x")).isEqualTo("x");
      assertThat(Terminal.ofProcess(Map.of()).bold("x")).isEqualTo("\u001b[1mx\u001b[0m");
      assertThat(Terminal.ofProcess(Map.of("TERM", "dumb")).interactive()).isFalse();
    } finally {
      System.clearProperty("weir.terminal");
    }
  }
}
