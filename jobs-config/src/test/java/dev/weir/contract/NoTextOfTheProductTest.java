package dev.weir.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.check.Validator;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problems;
import dev.weir.plan.JobPlan;
import dev.weir.plan.PlanJson;
import dev.weir.plan.Planner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Promise 7, through a product's file: each text of it that may be any text is marked, and none of
 * the marks is in what is made of the file.
 */
final class NoTextOfTheProductTest {

  private static final String MARK = "zq7xk";

  private final Path directory;
  private final Object contract;

  NoTextOfTheProductTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    contract = new Load(LoadSettings.builder().build()).loadFromString(text("product.yaml"));
  }

  @BeforeEach
  void agreement() throws IOException {
    Files.writeString(directory.resolve("agreement.yaml"), text("agreement.yaml"));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = NoTextOfTheProductTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }

  /**
   * The plan of the agreement and the product, some of whose texts are marked; empty if refused.
   */
  private Optional<JobPlan> plan(Set<String> marked) {
    Object changed =
        Texts.changed(contract, (place, text) -> marked.contains(place) ? mark(text) : text);
    Path product = directory.resolve("product.yaml");
    write(product, new Dump(DumpSettings.builder().build()).dumpToString(changed));
    Problems problems = new Problems();
    FileSet files =
        FileSetReader.read(List.of(product, directory.resolve("agreement.yaml")), problems);
    Validator.check(files, problems);
    return problems.sorted().isEmpty()
        ? Optional.of(Planner.plan("eu", "weir", files))
        : Optional.empty();
  }

  /** An address stays one, and whatever else stays as like itself as it can. */
  private static String mark(String text) {
    return text.startsWith("https://") ? "https://" + MARK + ".example/" : MARK + text;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> free() {
    Set<String> free = new TreeSet<>();
    for (String place : Texts.places(contract)) {
      if (plan(Set.of(place)).isPresent()) {
        free.add(place);
      }
    }
    return free;
  }

  @Test
  void noTextThatIsTheOwnersToChoose_isInPlanContractOrSchema() {
    Set<String> free = free();
    assertThat(free)
        .contains(
            "/name",
            "/description/purpose",
            "/servers/0/host",
            "/team/members/0/username",
            "/tags/0",
            "/customProperties/0/value",
            "/schema/0/physicalName",
            "/schema/0/quality/0/description",
            "/schema/0/properties/0/examples/0",
            "/schema/0/properties/0/quality/0/query",
            "/schema/0/properties/0/transformSourceObjects/1",
            "/schema/0/properties/0/customProperties/1/value",
            "/schema/0/properties/0/logicalTypeOptions/pattern",
            "/schema/0/properties/2/name",
            "/schema/0/properties/3/properties/1/name",
            "/schema/0/properties/4/items/description")
        .hasSizeGreaterThan(90);

    JobPlan plan = plan(free).orElseThrow();

    assertThat(PlanJson.write(plan) + plan).contains("payment_id").doesNotContain(MARK);
    assertThat(plan.products())
        .allSatisfy(
            product ->
                assertThat(product.releases())
                    .hasSize(1)
                    .allSatisfy(
                        release -> {
                          assertThat(ReleaseContract.odcs(product.apiVersion(), release, false))
                              .contains("payment_id")
                              .doesNotContain(MARK);
                          assertThat(ReleaseAvroSchema.of(release))
                              .contains("payment_id")
                              .doesNotContain(MARK);
                        }));
  }
}
