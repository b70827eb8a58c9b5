package dev.weir.metering.focus;

import dev.weir.metering.ledger.Document;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Original;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of the ledger's lines: a row each. */
public final class FocusRows {

  private final Names names;
  private final Map<Long, Charge> charges = new HashMap<>();
  private final Map<Long, String> documents = new HashMap<>();

  private FocusRows(List<Entry> entries, Names names) {
    this.names = names;
    entries.forEach(this::learn);
  }

  /**
   * The rows of a billing period.
   *
   * @param entries all of a ledger
   * @param billed the month
   * @throws IllegalArgumentException if an agreement's product is not among the names
   */
  public static FocusTable of(
      List<Entry> entries, YearMonth billed, Names names, FocusVersion version) {
    FocusRows rows = new FocusRows(entries, names);
    List<String> header = FocusColumns.of(version).stream().map(FocusColumn::id).toList();
    List<FocusRow> made = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Posting posting && posting.billed().equals(billed)) {
        Map<String, String> cells = rows.cells(posting);
        cells.keySet().retainAll(header);
        made.add(new FocusRow(cells));
      }
    }
    return new FocusTable(version, header, made);
  }

  private void learn(Entry entry) {
    if (entry instanceof Charge charge) {
      charges.put(charge.number(), charge);
    } else if (entry instanceof Credit credit) {
      learn(credit.note());
    } else if (entry instanceof Closing closing) {
      closing.statements().forEach(this::learn);
    }
  }

  private void learn(Document document) {
    document.entries().forEach(entry -> documents.put(entry, document.id()));
  }

  /** Of both versions; each takes its own. */
  private Map<String, String> cells(Posting posting) {
    Map<String, String> cells = new HashMap<>();
    parties(posting, cells);
    times(posting, cells);
    costs(posting, cells);
    origin(posting, cells);
    if (posting instanceof Charge charge) {
      ChargeCells.put(charge, cells);
    } else if (posting instanceof Credit credit) {
      cells.put("ChargeCategory", "Credit");
      cells.put("ChargeFrequency", "One-Time");
      cells.put(
          "ChargeDescription",
          "Credit for "
              + credit.key().agreement()
              + " "
              + credit.key().month()
              + ": "
              + credit.reason());
    }
    return cells;
  }

  private void parties(Posting posting, Map<String, String> cells) {
    cells.put("BillingAccountId", posting.partner());
    put(cells, "BillingAccountName", names.partners().get(posting.partner()));
    for (String column :
        List.of(
            "InvoiceIssuerName",
            "ServiceProviderName",
            "HostProviderName",
            "ProviderName",
            "PublisherName")) {
      cells.put(column, names.provider());
    }
    cells.put("ServiceName", names.product(posting.key().agreement()));
    cells.put("ServiceCategory", "Integration");
    cells.put("ServiceSubcategory", "Messaging");
  }

  private void times(Posting posting, Map<String, String> cells) {
    cells.put("BillingPeriodStart", start(posting.billed()).toString());
    cells.put("BillingPeriodEnd", start(posting.billed().plusMonths(1)).toString());
    cells.put("ChargePeriodStart", posting.key().from().toString());
    cells.put("ChargePeriodEnd", end(posting).toString());
  }

  /** A credit is for the time of what it credits. */
  private Instant end(Posting posting) {
    Charge charge =
        posting instanceof Credit credit
            ? charges.get(credit.corrects().entry())
            : charges.get(posting.number());
    return charge == null ? start(posting.key().month().plusMonths(1)) : charge.line().to();
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Nothing is paid beforehand, so what is billed is what it costs. */
  private static void costs(Posting posting, Map<String, String> cells) {
    Money amount = posting.amount();
    cells.put("BillingCurrency", amount.currency().getCurrencyCode());
    for (String cost : List.of("BilledCost", "EffectiveCost", "ContractedCost", "ListCost")) {
      cells.put(cost, text(amount.amount()));
    }
  }

  private void origin(Posting posting, Map<String, String> cells) {
    ChargeKey key = posting.key();
    cells.put("x_Agreement", key.agreement());
    cells.put("x_Entry", Long.toString(posting.number()));
    cells.put("x_PriceVersion", key.price());
    put(cells, "InvoiceId", documents.get(posting.number()));
    if (documents.containsKey(posting.number())) {
      cells.put("InvoiceDetailId", Long.toString(posting.number()));
    }
    Original corrects =
        posting instanceof Charge charge ? charge.corrects() : ((Credit) posting).corrects();
    if (corrects != null) {
      cells.put("ChargeClass", "Correction");
      cells.put("x_CorrectsEntry", Long.toString(corrects.entry()));
      put(cells, "x_CorrectsInvoiceId", corrects.document());
    }
  }

  private static void put(Map<String, String> cells, String column, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      cells.put(column, text);
    }
  }

  static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
