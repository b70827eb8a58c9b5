package dev.weir.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.TestPlans;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Uids, names, chains and operator ids of graphs, held against files: a change here loses state of
 * running jobs. Written anew with {@code -Dweir.write-golden=true}.
 */
class GatewayGraphTest {

  private static final Path FILES = Path.of("src/test/resources/graph");

  @ParameterizedTest
  @CsvSource({"one-product, false", "two-products, true"})
  void graph_isAsItWas(String name, boolean both) throws IOException {
    JobPlan plan =
        both
            ? TestPlans.job(GraphFixture.PAYMENTS, GraphFixture.VISITS)
            : TestPlans.job(GraphFixture.PAYMENTS);
    String text = GraphText.of(GraphFixture.hardened(plan));
    Path golden = FILES.resolve(name + ".txt");
    if (Boolean.getBoolean("weir.write-golden")) {
      Files.createDirectories(FILES);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
