package dev.weir.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.jobs.file.ContractFiles;
import dev.weir.local.preview.Sample;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.JobPlan;
import dev.weir.plan.PlanJson;
import dev.weir.plan.change.PlanChanges;
import dev.weir.tokenization.keys.ThrowAwayKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what files come to. */
@Command(
    name = "plan",
    description = {
      "Prints as JSON what a job would do.",
      "For each release what leaves, field by field, its topic, and the stages and keys that it",
      "needs. With a sample also how many people the released fields single out. Needs no keys."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  weir plan --product product.yaml --agreement acme.yaml > plan.json",
      "  weir plan --product product.yaml --agreement acme.yaml --input sample.jsonl --contracts out",
      "  weir plan --gateway gateway.yaml --against plan.json"
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  private final CommandContext context;

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @ArgGroup(exclusive = false)
  private @Nullable InputOptions sample;

  @Option(
      names = "--contracts",
      paramLabel = "DIR",
      description = "Also write the contract and the Avro schema that each release's reader gets.")
  private @Nullable Path contracts;

  @Option(
      names = "--against",
      paramLabel = "PLAN",
      description = {
        "Print, in place of the plan, what it changes against an earlier one, as weir plan has",
        "printed it: what newly leaves, what no longer does, which tokens become others, which",
        "state is lost, and whether a savepoint fits."
      })
  private @Nullable Path against;

  PlanCommand(CommandContext context) {
    this.context = context;
  }

  /** One of the two. */
  static final class What {
    @Option(
        names = "--gateway",
        paramLabel = "FILE",
        description = "A gateway, with the products and agreements that it names.")
    private @Nullable Path gateway;

    @ArgGroup(exclusive = false)
    private @Nullable SharingOptions sharing;

    JobPlan plan(LanguageFiles files) {
      return sharing != null
          ? files.toLookAt(sharing.files())
          : files.gatewayToLookAt(
              Objects.requireNonNull(gateway, "picocli asks for one of the two"));
    }
  }

  @Override
  public Integer call() throws IOException {
    JobPlan plan = what.plan(new LanguageFiles(context));
    if (sample != null) {
      people(plan, sample.inputs(), sample.asOf(context));
    } else {
      TrajectoryLines.of(plan).forEach(context::say);
    }
    ExpectedLines.of(plan).forEach(context::say);
    if (contracts != null) {
      ContractFiles.write(plan, contracts);
    }
    if (against == null) {
      context.print(PlanJson.write(plan).stripTrailing());
    } else {
      PlanChangeLines.of(PlanChanges.between(earlier(against), plan)).forEach(context::print);
    }
    return Exit.DONE.code();
  }

  private static JsonNode earlier(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          Exit.PROBLEM, file + " is no file that can be read. Check the path.");
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return PlanChanges.read(text)
        .orElseThrow(
            () ->
                new CommandFailure(
                    Exit.PROBLEM,
                    file
                        + " is no plan. Give what weir plan has printed: weir plan … > plan.json."));
  }

  private void people(JobPlan plan, List<Path> inputs, Instant asOf) throws IOException {
    Sample read = new Sample(Plans.only(plan), inputs, WallClock.startingAt(asOf));
    SingledOutLines.of(read.treat(new ThrowAwayKeys(), (file, record, outcomes) -> {}))
        .forEach(context::say);
  }
}
