package dev.weir.local.command;

import dev.weir.local.billing.BillingInputException;
import dev.weir.local.reconcile.RunMonth;
import dev.weir.metering.reconcile.Reconciled;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds topics, usage and charges against one another. */
@Command(
    name = "reconcile",
    description = {
      "Counts the records of partners' topics, and holds the usage events and the charges of a",
      "month against them: to the record, by partner, release and minute. Nothing is changed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:they agree to the record",
      "1:the files are not right",
      "3:no broker, or it does not give the topics",
      "4:they differ, or a topic no longer has what it is to be judged by"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  weir reconcile --gateway gateway.yaml --period 2026-11 --charges charges",
      "  weir reconcile --directory out --period 2026-11"
    },
    mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private TermsOptions terms = new TermsOptions();

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "What one weir run wrote, in the place of a gateway's topics.")
  private @Nullable Path directory;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "YYYY-MM",
      description = "The month of release, UTC.")
  private YearMonth period = YearMonth.of(1970, 1);

  @Option(
      names = "--charges",
      paramLabel = "DIR",
      description =
          "The books whose charges are compared; else those of the topic <prefix>.charges.")
  private @Nullable Path charges;

  @Mixin private FormatOption format = new FormatOption();

  ReconcileCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, BillingInputException {
    Reconciled reconciled = reconciled();
    if (format.json()) {
      context.print(ReconcileJson.of(reconciled));
    } else {
      ReconcileLines lines = new ReconcileLines(reconciled);
      context.print(lines.tables());
      lines.words().forEach(context::say);
    }
    return (reconciled.agrees() ? Exit.DONE : Exit.REFUSED).code();
  }

  private Reconciled reconciled() throws IOException, BillingInputException {
    Path gateway = terms.gateway();
    if ((gateway == null) == (directory == null)) {
      throw new CommandFailure(Exit.USAGE, "Give --gateway FILE or --directory DIR.");
    }
    if (directory != null) {
      return RunMonth.of(directory, period);
    }
    return GatewayMonths.of(context, terms, period).reconciled(charges);
  }
}
