package dev.weir.local.command;

import dev.weir.jobs.file.LedgerFile;
import dev.weir.jobs.gateway.GatewayLedger;
import dev.weir.operators.statistics.LedgerRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what statistics have spent. */
@Command(
    name = "budget",
    description = {
      "Shows what statistics have spent of their privacy budgets, and what is left, by release and",
      "period, and over all partners of a product."
    },
    footerHeading = "%nExample:%n",
    footer = {"  weir budget --ledger out/ledger.jsonl"},
    mixinStandardHelpOptions = true)
final class BudgetCommand implements Callable<Integer> {

  private final CommandContext context;

  @ArgGroup(multiplicity = "1")
  private Of of = new Of();

  /** One of the two. */
  static final class Of {
    @Option(
        names = "--gateway",
        paramLabel = "FILE",
        description = "A gateway, whose ledger's topic is read to its end.")
    private @Nullable Path gateway;

    @Option(names = "--ledger", paramLabel = "FILE", description = "What runs over files keep.")
    private @Nullable Path ledger;
  }

  BudgetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    context.print(BudgetLines.of(rows()));
    return Exit.DONE.code();
  }

  private List<LedgerRow> rows() throws IOException {
    Path file = of.ledger;
    if (file == null) {
      Path gateway = Objects.requireNonNull(of.gateway, "picocli asks for one of the two");
      return GatewayFailures.told(
          context, () -> GatewayLedger.rows(gateway, warning -> context.say(warning.toString())));
    }
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          Exit.PROBLEM, file + " is no file that can be read. Check the path.");
    }
    return LedgerFile.read(file);
  }
}
