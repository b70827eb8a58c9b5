package dev.weir.local.statement;

import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.ledger.Reconciliation.Row;
import dev.weir.metering.money.Money;
import dev.weir.metering.usage.Usage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner's month.
 *
 * @param issuer who writes it
 * @param name the partner's; its id where nobody has said one
 * @param closing that froze the month; null while it is open
 * @param parts one for each document, then what is on none yet
 * @param evidence usage of the months that lines charge or correct
 * @param reconciled the partner's agreements in that closing
 * @param digest SHA-256 of the ledger; null if it is empty
 */
public record Statement(
    String issuer,
    String partner,
    String name,
    YearMonth period,
    @Nullable Closing closing,
    List<Part> parts,
    List<Evidence> evidence,
    List<Row> reconciled,
    @Nullable String digest) {
  public Statement {
    parts = List.copyOf(parts);
    evidence = List.copyOf(evidence);
    reconciled = List.copyOf(reconciled);
  }

  /**
   * Lines of one document in one currency.
   *
   * @param document its number; null: they are on none yet
   * @param total of the lines
   */
  public record Part(@Nullable String document, List<Posting> lines, Money total) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What a release of an agreement let out in a month.
   *
   * @param days those on which something was released
   */
  public record Evidence(
      String agreement, String release, YearMonth month, List<Day> days, int events) {
    public Evidence {
      days = List.copyOf(days);
    }

    /** All days together. */
    Usage total() {
      return days.stream().map(Day::usage).reduce(Usage.NONE, Usage::plus);
    }
  }

  /** A day, in UTC. */
  public record Day(LocalDate date, Usage usage) {}

  /** What is owed by all parts, a sum for each currency. */
  List<Money> totals() {
    return Parts.totals(parts);
  }
}
