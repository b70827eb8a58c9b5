package dev.weir.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.TestPlans;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Uids, names, chains and operator ids of graphs, held against files: a change here loses state of
 * running jobs. Written anew with {@code -Dweir.write-golden=true}.
 */
class GatewayGraphTest {

  private static final Path FILES = Path.of("src/test/resources/graph");

  private static final Map<String, JobPlan> PLANS =
      Map.of(
          "one-product", TestPlans.job(GraphFixture.PAYMENTS),
          "two-products", TestPlans.job(GraphFixture.PAYMENTS, GraphFixture.VISITS),
          "random-tokens", TestPlans.job(GraphFixture.REMEMBERED),
          "crowds", TestPlans.job(GraphFixture.CROWDS));

  @ParameterizedTest
  @ValueSource(strings = {"one-product", "two-products", "random-tokens", "crowds"})
  void graph_isAsItWas(String name) throws IOException {
    JobPlan plan = Objects.requireNonNull(PLANS.get(name));
    String text = GraphText.of(GraphFixture.hardened(plan));
    Path golden = FILES.resolve(name + ".txt");
    if (Boolean.getBoolean("weir.write-golden")) {
      Files.createDirectories(FILES);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /** Nothing that a state or a chain rests on: neither uid, nor operator id, nor task. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void commands_changeNothingOfTheGraph(boolean both) {
    JobPlan plan =
        both
            ? TestPlans.job(GraphFixture.PAYMENTS, GraphFixture.VISITS)
            : TestPlans.job(GraphFixture.PAYMENTS);
    assertThat(GraphText.of(GraphFixture.controlled(plan)))
        .isEqualTo(GraphText.of(GraphFixture.hardened(plan)));
  }
}
