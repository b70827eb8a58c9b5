package dev.weir.promises.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.check.Validator;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problems;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.contract.ReleaseContract;
import dev.weir.plan.JobPlan;
import dev.weir.plan.PlanJson;
import dev.weir.plan.Planner;
import dev.weir.plan.ProductPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A product, an agreement that shares it, and four that do not: draft, suspended, ended, over. */
final class Shared {

  static final String OUT = "acme.payments.v1";
  static final String SUBJECT_KEYS = "weir.subject-keys";
  static final String DEAD_LETTERS = "card-payments.dead-letters";
  static final List<String> IDLE = List.of("draft", "suspended", "ended", "over");

  private Shared() {}

  static JobPlan plan(Path directory) throws IOException {
    return plan(directory, text("acme.yaml"));
  }

  /** The same, with tokens that are kept in state, by their value and by their subject. */
  static JobPlan remembering(Path directory) throws IOException {
    String agreement =
        text("acme.yaml")
            .replace(
                "customer_id: {tokenize: deterministic}",
                "customer_id: {tokenize: deterministic, erasable: true}")
            .replace(
                "email:       {tokenize: one-way}",
                "email:       {tokenize: random, remember: P30D}");
    JobPlan plan = plan(directory, agreement);
    assertThat(plan.products().get(0).remembers() && plan.products().get(0).erases()).isTrue();
    return plan;
  }

  private static JobPlan plan(Path directory, String agreement) throws IOException {
    copy("shops.csv", directory);
    List<Path> files =
        List.of(
            copy("product.yaml", directory),
            Files.writeString(directory.resolve("acme.yaml"), agreement),
            idle(directory, "draft", "draft", "2026-01-01", "2036-01-01"),
            idle(directory, "suspended", "suspended", "2026-01-01", "2036-01-01"),
            idle(directory, "ended", "ended", "2026-01-01", "2036-01-01"),
            // The records are of this period, the clock is not.
            idle(directory, "over", "active", "2026-05-01", "2026-07-01"));
    Problems problems = new Problems();
    FileSet set = FileSetReader.read(files, problems);
    Validator.check(set, problems);
    assertThat(problems.sorted()).filteredOn(problem -> problem.isError()).isEmpty();
    return Planner.plan("eu", "weir", set);
  }

  private static Path idle(Path directory, String id, String status, String from, String to)
      throws IOException {
    String text =
        text("idle.yaml")
            .replace("status: STATUS", "status: " + status)
            .replace("STATUS", id)
            .replace("FROM", from)
            .replace("TO", to);
    return Files.writeString(directory.resolve(id + ".yaml"), text);
  }

  private static Path copy(String name, Path directory) throws IOException {
    return Files.writeString(directory.resolve(name), text(name));
  }

  static String text(String name) throws IOException {
    try (InputStream in = Shared.class.getResourceAsStream("/leak/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Everything that is printed of a plan or published with a release. */
  static String printed(JobPlan plan) {
    return plan
        + PlanJson.write(plan)
        + plan.products().stream().map(Shared::published).collect(Collectors.joining());
  }

  private static String published(ProductPlan product) {
    return product.releases().stream()
        .map(
            release ->
                ReleaseContract.odcs(product.apiVersion(), release, false)
                    + ReleaseAvroSchema.of(release))
        .collect(Collectors.joining());
  }
}
