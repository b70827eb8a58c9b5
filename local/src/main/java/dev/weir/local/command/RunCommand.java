package dev.weir.local.command;

import dev.weir.jobs.file.CountedDays;
import dev.weir.jobs.file.FileRun;
import dev.weir.jobs.file.RunFiles;
import dev.weir.jobs.file.RunPapers;
import dev.weir.jobs.file.RunReport;
import dev.weir.jobs.file.Summary;
import dev.weir.local.page.ReleaseFigures;
import dev.weir.local.page.ReportPage;
import dev.weir.local.terminal.ProgressBar;
import dev.weir.plan.JobPlan;
import dev.weir.tokenization.keys.KeyProvider;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs agreements over files. */
@Command(
    name = "run",
    description = {
      "Releases the records of files as the agreements say.",
      "Writes to a directory what each topic would hold (<topic>.jsonl) with its contract and Avro",
      "schema, dead-letters.jsonl, usage.jsonl, charges.csv (FOCUS) and summary.json; all at the",
      "end, or nothing if the run fails."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  weir keys create --keys keys --partner acme",
      "  weir run --product product.yaml --agreement acme.yaml --input payments.jsonl \\",
      "    --keys keys --output out"
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private SharingOptions sharing = new SharingOptions();
  @Mixin private InputOptions input = new InputOptions();
  @Mixin private KeysOption keys = new KeysOption();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where results go; made if it is not there.")
  private Path output = Path.of("");

  @Option(
      names = "--report",
      description = {
        "Writes report.html too: a page of pictures of what became of the records and of the",
        "crowds, for the owner alone (mode 0600). Numbers, and no value of any record."
      })
  private boolean report;

  @Mixin private CountedDaysOptions counted = new CountedDaysOptions();

  RunCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    LanguageFiles.ToRun toRun = new LanguageFiles(context).toRun(sharing.files());
    JobPlan plan = toRun.plan();
    var unused = Plans.only(plan);
    CountedDays days = counted.of(plan, context);
    if (report) {
      PageFile.requireDrawing();
    }
    // Held while the job runs, so that its stages find the directory open: see KeyDirectory.
    @Nullable KeyProvider opened =
        keys.given() && KeysOption.needs(plan) ? keys.open(context) : null;
    Instant asOf = input.asOf(context);
    ChargesOfRun charges = ChargesOfRun.of(toRun.files(), asOf);
    Summary summary = run(plan, asOf, days, charges);
    Reference.reachabilityFence(opened);
    context.print(SummaryLines.of(summary));
    context.print(CrowdLines.of(plan, summary));
    context.print(charges.lines());
    context.say("Written to " + output);
    return Exit.DONE.code();
  }

  private @Nullable RunReport page(JobPlan plan) {
    return report
        ? summary ->
            ReportPage.of(
                "Report of a run",
                "Counts of one run over files. "
                    + "In a file's run rows wait until their crowd is there or the input ends.",
                plan.releases().stream().map(one -> ReleaseFigures.of(one, summary)).toList())
        : null;
  }

  private Summary run(JobPlan plan, Instant asOf, CountedDays days, ChargesOfRun charges)
      throws IOException {
    RunFiles ends = new RunFiles(input.inputs(), output);
    try (ProgressBar progress = new ProgressBar(context.terminal(), "records read", 0)) {
      return FileRun.run(
          plan,
          ends,
          keys.source(plan, context),
          asOf,
          days,
          new RunPapers(page(plan), charges),
          progress::at);
    }
  }
}
