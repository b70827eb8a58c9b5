package dev.weir.local.command;

import dev.weir.config.problem.Problems;
import dev.weir.local.invoice.Buyer;
import dev.weir.local.invoice.InvoiceProfile;
import dev.weir.local.invoice.InvoiceTerms;
import dev.weir.local.invoice.PartyFiles;
import dev.weir.local.invoice.Seller;
import dev.weir.local.invoice.Tax;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What makes an invoice of a statement. All of it, or nothing. */
final class InvoiceOptions {

  @Option(
      names = "--seller",
      paramLabel = "FILE",
      description = "For an invoice, who writes it: a file of kind Seller (docs/finance.md).")
  private @Nullable Path seller;

  @Option(
      names = "--buyer",
      paramLabel = "FILE",
      description = "For an invoice, who pays: a file of kind Buyer.")
  private @Nullable Path buyer;

  @Option(
      names = "--tax",
      paramLabel = "TAX",
      converter = TaxConverter.class,
      description = "For an invoice, the VAT: 19 (per cent), reverse-charge or exempt:REASON.")
  private @Nullable Tax tax;

  @Option(
      names = "--due",
      paramLabel = "DATE",
      description = "For an invoice, when it is to be paid at the latest.")
  private @Nullable LocalDate due;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileConverter.class,
      description = "For an invoice, by which rules: en16931, as if nothing is said, or xrechnung.")
  private @Nullable InvoiceProfile profile;

  /**
   * What they say.
   *
   * @return empty if no invoice is wanted
   * @throws CommandFailure if something lacks or is wrong; all of it has been said
   */
  Optional<InvoiceTerms> read(CommandContext context) {
    if (Stream.of(seller, buyer, tax, due, profile).allMatch(Objects::isNull)) {
      return Optional.empty();
    }
    InvoiceProfile rules = Objects.requireNonNullElse(profile, InvoiceProfile.EN16931);
    Problems problems = new Problems();
    Optional<Seller> sells =
        Optional.ofNullable(seller).flatMap(file -> PartyFiles.seller(file, rules, problems));
    Optional<Buyer> pays =
        Optional.ofNullable(buyer).flatMap(file -> PartyFiles.buyer(file, rules, tax, problems));
    problems.sorted().forEach(problem -> context.say(problem.toString()));
    List<String> missing = missing();
    if (tax == null || due == null || !missing.isEmpty() || problems.hasErrors()) {
      throw new CommandFailure(
          problems.hasErrors() ? Exit.PROBLEM : Exit.USAGE,
          missing.isEmpty() ? "" : "An invoice needs " + String.join(", ", missing) + " besides.");
    }
    return Optional.of(new InvoiceTerms(sells.orElseThrow(), pays.orElseThrow(), tax, due, rules));
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    missing("--seller FILE", seller, missing);
    missing("--buyer FILE", buyer, missing);
    missing("--tax TAX", tax, missing);
    missing("--due DATE", due, missing);
    return missing;
  }

  private static void missing(String option, @Nullable Object value, List<String> missing) {
    if (value == null) {
      missing.add(option);
    }
  }

  /** A tax as the option says it. */
  static final class TaxConverter implements ITypeConverter<Tax> {
    @Override
    public Tax convert(String text) {
      return Tax.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "is no tax: write per cent above 0 with at most two decimals, as 19,"
                          + " reverse-charge, or exempt:REASON"));
    }
  }

  /** A profile by its word. */
  static final class ProfileConverter extends WordConverter<InvoiceProfile> {
    ProfileConverter() {
      super(InvoiceProfile.class);
    }
  }
}
