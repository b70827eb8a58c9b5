package dev.weir.local.command;

import dev.weir.metering.books.Books;
import dev.weir.metering.books.BooksNames;
import dev.weir.metering.books.OwnersShare;
import dev.weir.metering.ledger.Entry.Posting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the ledger's lines. */
@Command(
    name = "list",
    description = "Shows charges and credits, and what each partner owes by them.",
    mixinStandardHelpOptions = true)
final class BillingListCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();

  @Option(
      names = "--period",
      paramLabel = "YYYY-MM",
      description = "Those that are billed in that month; all without it.")
  private @Nullable YearMonth period;

  @Option(names = "--partner", paramLabel = "ID", description = "Those of that partner.")
  private @Nullable String partner;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "A price book: what its revenueShare gives to owners of products.")
  private @Nullable Path prices;

  BillingListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try (Books books = option.read()) {
      List<Posting> postings =
          books.ledger().entries().stream()
              .filter(Posting.class::isInstance)
              .map(Posting.class::cast)
              .filter(posting -> period == null || posting.billed().equals(period))
              .filter(posting -> partner == null || posting.partner().equals(partner))
              .toList();
      context.print(ChargeLines.of(postings));
      context.print(ChargeLines.sums(postings));
      if (books.digest() != null) {
        context.say("Digest of the ledger: sha256:" + books.digest());
      }
      if (prices != null) {
        OwnersShare.of(postings, BooksNames.of(books).products(), PriceBooks.read(prices, context))
            .forEach(share -> context.print(ShareLines.of(share)));
      }
    }
    return Exit.DONE.code();
  }
}
