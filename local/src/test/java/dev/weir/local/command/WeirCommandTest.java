package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class WeirCommandTest {

  @Test
  void noCommand_isWrongUsageAndSaysWhereHelpIs() {
    Ran ran = Ran.weir();
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("weir --help");
  }

  @Test
  void slipOfThePen_isAnsweredWithTheNearCommand() {
    Ran ran = Ran.weir("key");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("keys");
  }

  @Test
  void commandWithLettersSwapped_isAnsweredWithTheNearOne() {
    Ran ran = Ran.weir("rnu");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("'rnu'").endsWith("Did you mean run?\n");
  }

  @Test
  void requiredOptionMisspelt_isNamedWithTheNearOne_besideWhatIsMissing() {
    Ran ran = Ran.weir("run", "--prodct", "p.yaml", "--agreement", "a.yaml");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .contains("Missing required option", "'--product=FILE'", "'--prodct'")
        .endsWith("Did you mean --product?\n");
  }

  @Test
  void optionThatIsNearNone_isAnsweredWithWhereHelpIs() {
    Ran ran = Ran.weir("keys", "list", "--frobnicate");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--frobnicate").endsWith("Try: weir keys list --help\n");
  }

  @Test
  void unknownOption_isWrongUsage() {
    Ran ran = Ran.weir("keys", "list", "--kyes", "x");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("weir keys list").doesNotContain("\tat ");
  }

  @Test
  void logLevelThatPrintsRecords_isRefused() {
    Ran ran = Ran.weir(Map.of("WEIR_LOG_LEVEL", "TRACE"), "--version");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("DEBUG");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommand_hasHelpWithoutColourWhenPiped(String command) {
    String[] arguments = (command + " --help").trim().split(" ");
    Ran ran = Ran.weir(arguments);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: weir").contains("--help").doesNotContain("\u001b");
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommand_saysItsVersion(String command) {
    Ran ran = Ran.weir((command + " -V").trim().split(" "));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).startsWith("weir ");
  }

  static Stream<String> commands() {
    CommandLine root = WeirCommand.commandLine(Contexts.silent());
    return under("", root);
  }

  private static Stream<String> under(String name, CommandLine command) {
    return Stream.concat(
        Stream.of(name),
        command.getSubcommands().entrySet().stream()
            .flatMap(entry -> under((name + " " + entry.getKey()).trim(), entry.getValue())));
  }
}
