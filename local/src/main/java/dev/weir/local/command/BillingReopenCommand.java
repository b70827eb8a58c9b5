package dev.weir.local.command;

import dev.weir.metering.books.Books;
import java.io.IOException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens a closed month again. */
@Command(
    name = "reopen",
    description = {
      "Opens a closed month again. Its statements stay; closing it again makes further ones."
    },
    mixinStandardHelpOptions = true)
final class BillingReopenCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();

  @Option(names = "--period", required = true, paramLabel = "YYYY-MM", description = "The month.")
  private YearMonth period = YearMonth.of(1970, 1);

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For auditors.")
  private String reason = "";

  BillingReopenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try (Books books = option.write()) {
      var unused = books.ledger().reopen(period, reason, BooksOption.now(context));
      books.post();
    }
    context.say(period + " is open again.");
    return Exit.DONE.code();
  }
}
