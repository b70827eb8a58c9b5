package dev.weir.local.command;

import dev.weir.local.page.ReleaseFigures;
import dev.weir.local.page.ReportPage;
import dev.weir.local.preview.ReleaseSample;
import dev.weir.local.preview.Sample;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.keys.KeyProvider;
import dev.weir.tokenization.keys.ThrowAwayKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what would leave. */
@Command(
    name = "preview",
    description = {
      "Shows records before and after, side by side. Writes nothing but the --report.",
      "Of records that would not leave it shows why; then how many there are of each in the whole",
      "file, and how many people the released fields single out. Of .csv and .avro files it shows",
      "the fields that the agreements read. Without --keys tokens are made with throw-away keys."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  weir preview --product product.yaml --agreement acme.yaml --input payments.jsonl --limit 3",
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SharingOptions sharing = new SharingOptions();
  @Mixin private InputOptions input = new InputOptions();
  @Mixin private KeysOption keys = new KeysOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many records are shown (${DEFAULT-VALUE}); all are counted.")
  private int limit;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "Writes a page of pictures to FILE too: what would become of the records and of the crowds,",
        "for the owner alone (mode 0600). Numbers, and no value of any record."
      })
  private @Nullable Path report;

  PreviewCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 0) {
      throw new ParameterException(spec.commandLine(), "--limit is from 0 up");
    }
    if (report != null) {
      PageFile.requireDrawing();
    }
    JobPlan plan = new LanguageFiles(context).toLookAt(sharing.files());
    ProductPlan product = Plans.only(plan);
    KeyProvider provider = provider(plan);
    RecordLines shown = new RecordLines(product, context, limit);
    WallClock clock = WallClock.startingAt(input.asOf(context));
    List<ReleaseSample> samples =
        new Sample(product, input.inputs(), clock).treat(provider, shown::show);
    context.print(SampleLines.of(samples));
    context.print(SingledOutLines.of(samples));
    context.print(CountedLines.of(samples, limit));
    if (report != null) {
      PageFile.write(report, page(samples));
      context.say("Written to " + report);
    }
    return Exit.DONE.code();
  }

  private static byte[] page(List<ReleaseSample> samples) {
    return ReportPage.of(
        "Preview",
        "Counts of the whole sample; nothing has left. "
            + "In a sample rows wait until their crowd is there or the sample ends.",
        samples.stream().map(ReleaseFigures::of).toList());
  }

  private KeyProvider provider(JobPlan plan) {
    if (keys.given()) {
      return keys.open(context);
    }
    if (KeysOption.needs(plan)) {
      context.say(
          "Tokens and shifts are made with keys drawn for this preview alone; a run's differ.");
    }
    return new ThrowAwayKeys();
  }
}
