package dev.weir.local.command;

import dev.weir.metering.books.Books;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Begins books. */
@Command(
    name = "create",
    description = "Begins books: a directory for usage, charges and documents.",
    mixinStandardHelpOptions = true)
final class BillingCreateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private BooksOption books = new BooksOption();

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "NAME",
      description = "Who sells the data and writes the documents.")
  private String issuer = "";

  @Option(
      names = "--series",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What stands before the documents' numbers, as WEIR- does in WEIR-S-000001.")
  private String series = "";

  BillingCreateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (issuer.isBlank() || !series.matches("[A-Za-z0-9._/-]{0,20}")) {
      throw new CommandFailure(
          Exit.USAGE,
          "--issuer is a name, and --series up to 20 letters, digits and . _ / - in it.");
    }
    Books.create(books.directory(), issuer.strip(), series);
    context.say("Books of " + issuer.strip() + " begun in " + books.directory());
    return Exit.DONE.code();
  }
}
