package dev.weir.bench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EndToEndTest {

  @Test
  void unusableNumbers_areRefusedInOneLine() {
    StringWriter said = new StringWriter();
    int exit = EndToEnd.command().setErr(new PrintWriter(said)).execute("--records", "10");
    assertThat(exit).isEqualTo(2);
    assertThat(said.toString()).startsWith("--records must be").doesNotContain("Exception");
  }

  /** All parts together, on topics that are too short to measure anything. */
  @Test
  @Tag("soak")
  void oneRoundOfEachFormat_isRunAndChecked() {
    int exit = EndToEnd.command().execute("--records", "20000", "--rounds", "1", "--calm", "100");
    assertThat(exit).isZero();
  }
}
