package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.terminal.Terminal;
import dev.weir.tokenization.KeyException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailurePolicyTest {

  private final StringWriter err = new StringWriter();

  @Test
  void defect_showsNeitherTraceNorMessage() {
    assertThat(failing(new IllegalStateException("value 4111111111111111"))).isEqualTo(70);
    assertThat(err.toString())
        .contains("IllegalStateException")
        .contains("weir.log")
        .doesNotContain("4111111111111111")
        .doesNotContain("\tat ");
  }

  @Test
  void bareTrace_namesCausesButNotWhatTheySay() {
    Exception e = new IllegalStateException("SECRET1", new RuntimeException("SECRET2"));
    assertThat(BareTrace.of(e))
        .contains("IllegalStateException")
        .contains("RuntimeException")
        .contains("FailurePolicyTest")
        .doesNotContain("SECRET");
  }

  @Test
  void fileAtTheBeginningOfAMessage_keepsItsName() {
    int exit = failing(new KeyException(KeyException.Kind.DAMAGED, "keys/keyring.json is missing"));
    assertThat(exit).isEqualTo(3);
    assertThat(err.toString()).isEqualTo("keys/keyring.json is missing.\n");
  }

  @Test
  void wordAtTheBeginningOfAMessage_beginsASentence() {
    assertThat(failing(new KeyException(KeyException.Kind.MISSING, "no keys; make them")))
        .isEqualTo(3);
    assertThat(err.toString()).isEqualTo("No keys; make them.\n");
  }

  @Test
  void fileThatCannotBeWritten_isTheEnvironmentsFault() {
    assertThat(failing(new AccessDeniedException("out/summary.json"))).isEqualTo(3);
    assertThat(err.toString()).contains("out/summary.json");
  }

  @Test
  void errorOfTheMachine_isADefectThatSaysNoValue() {
    int exit = new FailurePolicy(context()).error(new StackOverflowError("4111111111111111"));
    assertThat(exit).isEqualTo(70);
    assertThat(err.toString())
        .contains("StackOverflowError")
        .contains("weir.log")
        .doesNotContain("4111111111111111");
  }

  private CommandContext context() {
    PrintWriter writer = new PrintWriter(err, true);
    return new CommandContext(
        Terminal.piped(writer, writer), Map.of(), Clock.systemUTC(), Path.of("logs"));
  }

  private int failing(Exception e) {
    CommandContext context = context();
    CommandLine any = WeirCommand.commandLine(context);
    return new FailurePolicy(context).failure(e, any, any.parseArgs());
  }
}
