package dev.weir.jobs.graph;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.TestPlans;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.assertj.core.api.InstanceOfAssertFactories;
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
          "crowds", TestPlans.job(GraphFixture.CROWDS),
          "quota", TestPlans.job(GraphFixture.RESTRAINED));

  @ParameterizedTest
  @ValueSource(strings = {"one-product", "two-products", "random-tokens", "crowds", "quota"})
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

  /** What others hold back costs no record of theirs a thread, nor a copy. */
  @ParameterizedTest
  @ValueSource(strings = {"crowds", "quota"})
  void whatLeavesStraight_isOneTask_fromItsSourceToItsTopic(String name) {
    JobPlan plan = Objects.requireNonNull(PLANS.get(name));
    assertThat(GraphFixture.hardened(plan).getJobGraph().getVertices())
        .extracting(JobVertex::getName)
        .filteredOn(task -> task.startsWith("Source: "))
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .containsSubsequence(
            "read", "decode", "treat", "meter", "progress", "leave: Writer", "leave: Committer");
  }

  /** Flink refuses a savepoint with state that no operator takes. */
  @ParameterizedTest
  @ValueSource(strings = {"crowds", "quota"})
  void savepointOfAGraphWithOneEnding_fits(String name) {
    JobPlan plan = Objects.requireNonNull(PLANS.get(name));
    assertThat(operators(GraphFixture.hardened(plan)))
        .containsAll(operators(GraphFixture.withOneEnding(plan)));
  }

  private static List<OperatorID> operators(StreamGraph graph) {
    return StreamSupport.stream(graph.getJobGraph().getVertices().spliterator(), false)
        .flatMap(task -> task.getOperatorIDs().stream())
        .map(OperatorIDPair::getGeneratedOperatorID)
        .toList();
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
