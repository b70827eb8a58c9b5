package dev.weir.local.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLeavesTest {

  @Test
  void leaves_standInOrderWithTheirDigits() throws IOException {
    assertThat(
            leaves("{\"a\":12.50,\"b\":{\"c\":\"ü\",\"d.e\":null},\"f\":[1.0,{\"g\":2}],\"h\":{}}"))
        .containsExactly(
            entry("a", "12.50"),
            entry("b.c", "ü"),
            entry("b.\"d.e\"", "null"),
            entry("f", "[1.0,{\"g\":2}]"));
  }

  @Test
  void whatIsNoObject_isRefused() {
    assertThatThrownBy(() -> leaves("[]")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> leaves("{\"a\":")).isInstanceOf(IOException.class);
  }

  private static Map<String, String> leaves(String json) throws IOException {
    return JsonLeaves.of(json.getBytes(UTF_8));
  }
}
