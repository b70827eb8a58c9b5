package dev.weir.local.command;

import dev.weir.jobs.file.ContractFiles;
import dev.weir.local.preview.Sample;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.JobPlan;
import dev.weir.plan.PlanJson;
import dev.weir.tokenization.keys.ThrowAwayKeys;
import java.io.IOException;
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
      "  weir plan --product product.yaml --agreement acme.yaml --input sample.jsonl --contracts out"
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
    }
    if (contracts != null) {
      ContractFiles.write(plan, contracts);
    }
    context.print(PlanJson.write(plan).stripTrailing());
    return Exit.DONE.code();
  }

  private void people(JobPlan plan, List<Path> inputs, Instant asOf) throws IOException {
    Sample read = new Sample(Plans.only(plan), inputs, WallClock.startingAt(asOf));
    SingledOutLines.of(read.treat(new ThrowAwayKeys(), (file, record, outcomes) -> {}))
        .forEach(context::say);
  }
}
