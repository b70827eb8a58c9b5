package dev.weir.local.command;

import dev.weir.local.draft.Drafts;
import dev.weir.local.draft.source.DraftException;
import dev.weir.local.draft.source.DraftSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drafts the first files. */
@Command(
    name = "init",
    description = {
      "Drafts a product and an agreement from what there is.",
      "From a contract (its text stays), an Avro schema or a sample. Writes product.yaml, in which a",
      "role is proposed for each field with its reason, and agreement.yaml, in which every field is",
      "dropped; nothing can be released until somebody decides. No value of a sample stands in them."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  weir init --from payments.jsonl --output drafts",
      "  weir validate drafts/product.yaml drafts/agreement.yaml"
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description =
          "A contract (.yaml), an Avro schema (.avsc) or a sample of records (.jsonl, .csv).")
  private Path from = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where the drafts go (${DEFAULT-VALUE}); made if it is not there.")
  private Path output = Path.of("");

  @Option(names = "--force", description = "Overwrite files that are there.")
  private boolean force;

  InitCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try {
      LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
      Drafts drafts = Drafts.of(from, today);
      List<Path> written = drafts.write(output, force);
      written.forEach(file -> context.print(file.toString()));
      context.say(said(drafts.proposed()));
      if (DraftSource.isCsv(from)) {
        context.say("The first row of " + from + " was taken for the names of its columns.");
      }
      return Exit.DONE.code();
    } catch (DraftException refused) {
      throw new CommandFailure(Exit.PROBLEM, String.valueOf(refused.getMessage()));
    }
  }

  private String said(int proposed) {
    return proposed == 0
        ? "Every field has its role already. The agreement drops all: write what the partner gets in "
            + output.resolve(Drafts.AGREEMENT)
        : Amount.of(proposed, "role")
            + " proposed. Nothing can be released until they are decided: see "
            + output.resolve(Drafts.PRODUCT);
  }
}
