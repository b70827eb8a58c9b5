package dev.weir.local.command;

import dev.weir.metering.books.Books;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a credit note. */
@Command(
    name = "credit",
    description = "Gives back a part of a charge that is on a statement, by a credit note.",
    mixinStandardHelpOptions = true)
final class BillingCreditCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption option = new BooksOption();

  @Option(
      names = "--entry",
      required = true,
      paramLabel = "NUMBER",
      description = "The charge, as weir billing list and the statement number it.")
  private long entry;

  @Option(
      names = "--amount",
      required = true,
      paramLabel = "AMOUNT",
      description = "What is given back, in the charge's currency: 12.50.")
  private BigDecimal amount = BigDecimal.ZERO;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "For the partner: it stands on the note.")
  private String reason = "";

  BillingCreditCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try (Books books = option.write()) {
      Money back = money(currency(books.ledger().entries()));
      Credit credit = books.ledger().credit(entry, back, reason, BooksOption.now(context));
      books.post();
      context.print(credit.note().id() + ": " + credit.note().total() + " for " + credit.partner());
    }
    return Exit.DONE.code();
  }

  private Currency currency(List<Entry> entries) {
    if (entry >= 1
        && entry <= entries.size()
        && entries.get((int) entry - 1) instanceof Charge charge) {
      return charge.amount().currency();
    }
    throw new CommandFailure(
        Exit.PROBLEM, "Entry " + entry + " is no charge. weir billing list shows those there are.");
  }

  private Money money(Currency currency) {
    try {
      int digits = Money.none(currency).amount().scale();
      return new Money(currency, amount.setScale(digits, RoundingMode.UNNECESSARY));
    } catch (ArithmeticException parts) {
      throw new CommandFailure(
          Exit.USAGE, "--amount is in whole minor units of " + currency + "; nothing is rounded.");
    }
  }
}
