package dev.weir.local.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.check.NotEnforced;
import dev.weir.config.check.Validator;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problems;
import dev.weir.plan.PlanJson;
import dev.weir.plan.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The example that a new user reads first. A change of behaviour shows as a change of its plan;
 * {@code -Dweir.regenerate=true} takes it over.
 */
class CardPaymentsExampleTest {

  private static final Path GATEWAY = Path.of("../examples/card-payments/gateway.yaml");
  private static final Path PLAN =
      Path.of("src/test/resources/dev/weir/local/examples/card-payments.plan.json");

  @Test
  void gateway_runsAsItStands() {
    Problems problems = new Problems();
    judged(problems);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void plan_isTheGoldenFile() throws IOException {
    FileSet files = judged(new Problems());
    Gateway gateway = files.gateways().get(0).value();
    String json = PlanJson.write(Planner.plan(gateway.id(), gateway.topicPrefix(), files));
    if (Boolean.getBoolean("weir.regenerate")) {
      Files.writeString(PLAN, json);
    }
    assertThat(json).isEqualTo(Files.readString(PLAN));
  }

  private static FileSet judged(Problems problems) {
    FileSet files = FileSetReader.read(List.of(GATEWAY), problems);
    Validator.check(files, problems);
    NotEnforced.refuse(files, problems);
    return files;
  }
}
