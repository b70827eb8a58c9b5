package dev.weir.plan;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileRule;
import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.gateway.SourceTopic;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans of files that have been judged; what lacks for a plan is noted as a problem of theirs. */
public final class PlannedFiles {

  private static final String LOCAL = "local";
  private static final String PREFIX = "weir";

  private PlannedFiles() {}

  /**
   * The plan of a gateway's job.
   *
   * @param files of a gateway, which is the first one among them, and what it names
   * @return empty if nothing is released, or problems stop the work
   */
  public static Optional<JobPlan> ofGateway(FileSet files, Problems problems) {
    files.gateways().stream().skip(1).forEach(other -> second(other, problems));
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    Document<Gateway> document = files.gateways().get(0);
    Gateway gateway = document.value();
    return released(
        plan(gateway, files), document.file(), "Name agreements about its products", problems);
  }

  private static JobPlan plan(Gateway gateway, FileSet files) {
    JobPlan bare = Planner.plan(gateway.id(), gateway.topicPrefix(), files);
    JobPlan plan = bare.reading(sources(gateway, bare)).spending(ceilings(gateway, bare));
    return gateway.control() == null ? plan : plan.governedBy(gateway.controlTopic());
  }

  private static List<SourcePlan> sources(Gateway gateway, JobPlan plan) {
    return plan.products().stream()
        .map(ProductPlan::product)
        .distinct()
        .filter(gateway.sources()::containsKey)
        .map(product -> source(product, Objects.requireNonNull(gateway.sources().get(product))))
        .toList();
  }

  /** Of products of which something is counted. */
  private static SortedMap<String, BudgetPlan> ceilings(Gateway gateway, JobPlan plan) {
    SortedMap<String, BudgetPlan> ceilings = new TreeMap<>();
    plan.products().stream()
        .filter(ProductPlan::counts)
        .map(ProductPlan::product)
        .filter(gateway.budgets()::containsKey)
        .forEach(
            product ->
                ceilings.put(
                    product,
                    StatisticsPlanner.budget(
                        Objects.requireNonNull(gateway.budgets().get(product)))));
    return ceilings;
  }

  private static SourcePlan source(String product, SourceTopic source) {
    return new SourcePlan(
        product, source.topic(), source.format().word(), source.trustProducerClock());
  }

  private static void second(Document<Gateway> other, Problems problems) {
    other.problem(
        problems,
        FileRule.NO_GATEWAY,
        DocumentPath.ROOT.key("kind"),
        "A gateway names products, agreements and prices, and this is another gateway",
        "Take it away from where the gateway names it, or move it to where no pattern finds it");
  }

  /**
   * The plan of a job over records in files.
   *
   * @return empty if nothing is released, or problems stop the work
   */
  public static Optional<JobPlan> local(FileSet files, Problems problems) {
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    Path file =
        files.agreements().stream().findFirst().map(Document<Agreement>::file).orElse(Path.of(""));
    return released(
        Planner.plan(LOCAL, PREFIX, files),
        file,
        "Name a product (--product) and an agreement about it (--agreement)",
        problems);
  }

  private static Optional<JobPlan> released(
      JobPlan plan, Path file, String mend, Problems problems) {
    if (plan.products().isEmpty()) {
      problems.add(
          FileRule.NOTHING_RELEASED,
          Location.start(file.toString()),
          "",
          "No agreement among the files releases anything of a product among them",
          mend);
      return Optional.empty();
    }
    return Optional.of(plan);
  }
}
