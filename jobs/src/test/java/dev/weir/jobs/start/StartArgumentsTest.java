package dev.weir.jobs.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartArgumentsTest {

  @Test
  void gatewayAlone_goesOnByItself_andMakesNothing() {
    assertThat(parse("--gateway g.yaml"))
        .isEqualTo(new StartArguments(Path.of("g.yaml"), ResumeChoice.automatic(), false));
  }

  @Test
  void everythingElse_isAskedFor() {
    assertThat(parse("--create-topics --from file:///s --gateway g.yaml"))
        .isEqualTo(
            new StartArguments(Path.of("g.yaml"), new ResumeChoice("file:///s", false), true));
    assertThat(parse("--gateway g.yaml --fresh").resume()).isEqualTo(new ResumeChoice(null, true));
    assertThat(parse("--gateway g.yaml --accept-gap --from x --accept-duplicates").resume())
        .isEqualTo(new ResumeChoice("x", false, true, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--fresh",
        "--gateway",
        "--gateway a --gateway b",
        "--gateway a --from b --fresh",
        "--gateway a --fresch",
        "--gateway a b"
      })
  void anythingElse_isRefused_withTheUsage(String arguments) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("usage: --gateway FILE");
  }

  private static StartArguments parse(String arguments) {
    return StartArguments.parse(List.of(arguments.split(" ")));
  }
}
