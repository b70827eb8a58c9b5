package dev.weir.local.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExamplePaymentsTest {

  private static final Path FILE = Path.of("..", "examples", "card-payments", "payments.jsonl");

  /** {@code -Dweir.regenerate=true} writes the file anew. */
  @Test
  void exampleFile_isWhatTheGeneratorGives() throws Exception {
    Payments payments = new Payments(42, Instant.parse("2026-03-01T08:00:00Z"));
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int i = 0; i < 300; i++) {
      lines.write(payments.next().json());
      lines.write('\n');
    }
    if (Boolean.getBoolean("weir.regenerate")) {
      Files.write(FILE, lines.toByteArray());
    }
    assertThat(Files.readAllBytes(FILE)).isEqualTo(lines.toByteArray());
  }
}
