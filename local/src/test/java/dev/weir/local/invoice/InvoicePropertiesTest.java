package dev.weir.local.invoice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.statement.Statement;
import dev.weir.local.statement.Statement.Part;
import dev.weir.local.statement.Statements;
import dev.weir.metering.ledger.ChargeLedger;
import dev.weir.metering.ledger.Document;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.LedgerException;
import dev.weir.metering.ledger.Reconciliation;
import dev.weir.metering.ledger.Reconciliation.Row;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.ChargeKind;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.rating.RatedLine.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever was charged, corrected and credited: invoices say the books' sums, to the cent. */
class InvoicePropertiesTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");
  private static final InvoiceRules RULES = new InvoiceRules();
  private static final int JUDGED = 8;
  private static int judged;

  private ChargeLedger ledger = new ChargeLedger("P-");

  /** Months are billed, corrected in the next one, and credited. */
  @Property(tries = 60)
  void sums_areTheStatements_andTheTaxIsRoundedOnceForTheDocument(@ForAll Random random) {
    ledger = new ChargeLedger("P-");
    bill(MARCH, random);
    close(MARCH);
    correct(random);
    credit(random);
    bill(MARCH.plusMonths(1), random);
    close(MARCH.plusMonths(1));
    for (YearMonth month : List.of(MARCH, MARCH.plusMonths(1))) {
      // of 1 per cent and more: CEN's rule BR-CO-17 takes a rate that rounds to 0 for none
      BigDecimal percent = BigDecimal.valueOf(100 + random.nextInt(2400), 2);
      judge(month, new Tax(Tax.Category.S, percent, null));
    }
  }

  private void judge(YearMonth month, Tax tax) {
    List<Part> parts = Statements.parts(ledger.entries(), "acme", month);
    Statement statement =
        new Statement("Seller", "acme", "Acme", month, null, parts, List.of(), List.of(), null);
    List<BilledDocument> documents = BilledDocuments.of(ledger.entries(), statement, tax);
    assertThat(documents).extracting(BilledDocument::number).doesNotHaveDuplicates();
    assertThat(documents).hasSameSizeAs(parts);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      BilledDocument document = documents.get(i);
      assertThat(document.number()).isEqualTo(part.document());
      byte[] xml = InvoiceXml.of(document, terms(tax));
      assertSums(new String(xml, UTF_8), part.total().amount(), tax, document.credit());
      if (judged++ < JUDGED) {
        RULES.judge(xml, InvoiceProfile.EN16931);
      }
    }
  }

  /** By the texts of the XML alone. */
  private static void assertSums(String xml, BigDecimal total, Tax tax, boolean credit) {
    assertThat(credit).isEqualTo(total.signum() < 0);
    List<BigDecimal> lines = new ArrayList<>(amounts(xml, "LineTotalAmount"));
    BigDecimal sum = lines.remove(lines.size() - 1);
    assertThat(sum).isEqualByComparingTo(total.abs());
    assertThat(lines.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(sum);
    BigDecimal owed =
        total.abs().multiply(tax.percent()).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    assertThat(amounts(xml, "TaxTotalAmount")).singleElement().isEqualTo(owed);
    assertThat(amounts(xml, "DuePayableAmount"))
        .singleElement()
        .satisfies(due -> assertThat(due).isEqualByComparingTo(sum.add(owed)));
    List<BigDecimal> quantities = amounts(xml, "BilledQuantity");
    List<BigDecimal> prices = amounts(xml, "ChargeAmount");
    for (int i = 0; i < lines.size(); i++) {
      assertThat(prices.get(i)).isNotNegative();
      BigDecimal product = quantities.get(i).multiply(prices.get(i));
      assertThat(product.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(lines.get(i));
    }
  }

  private static List<BigDecimal> amounts(String xml, String element) {
    Matcher found = Pattern.compile("<ram:" + element + "[^>]*>([^<]*)<").matcher(xml);
    List<BigDecimal> amounts = new ArrayList<>();
    while (found.find()) {
      amounts.add(new BigDecimal(found.group(1)));
    }
    return amounts;
  }

  private static InvoiceTerms terms(Tax tax) {
    Address address = new Address("Street 1", "12345", "Town", "DE");
    return new InvoiceTerms(
        new Seller("", "", "Seller", address, "DE123456789", null, null, null),
        new Buyer("", "", "Acme <&>", address, null, null, null),
        tax,
        LocalDate.of(2026, 12, 31),
        InvoiceProfile.EN16931);
  }

  private void bill(YearMonth month, Random random) {
    charge(month, random, 0);
  }

  private void correct(Random random) {
    charge(MARCH, random, 1 + random.nextInt(2));
  }

  private void charge(YearMonth month, Random random, int salt) {
    List<RatedLine> lines = new ArrayList<>();
    lines.add(line(month, ChargeKind.MONTH, 0, BigDecimal.ONE, Unit.MONTHS, price(random)));
    for (int tier = 1; tier <= 3; tier++) {
      BigDecimal thousands = BigDecimal.valueOf(random.nextInt(2_000_000) + salt, 3);
      BigDecimal price = new BigDecimal(List.of("0.40", "0.005", "0.3333").get(tier - 1));
      lines.add(line(month, ChargeKind.RECORDS, tier, thousands, Unit.THOUSAND_RECORDS, price));
    }
    BigDecimal lacks = BigDecimal.valueOf(random.nextInt(5_000), 2);
    lines.add(line(month, ChargeKind.MINIMUM, 0, BigDecimal.ONE, Unit.UNITS, lacks));
    ledger.charge("acme", "deal", month, new Rated(lines, 0, 0), LATER);
  }

  private static BigDecimal price(Random random) {
    return BigDecimal.valueOf(random.nextInt(50_000), 2);
  }

  private static RatedLine line(
      YearMonth month,
      ChargeKind kind,
      int tier,
      BigDecimal quantity,
      Unit unit,
      BigDecimal price) {
    Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new RatedLine(
        new ChargeKey("deal", month, from, "deal@1.0.0", EUR, kind, tier),
        to,
        quantity,
        unit,
        price,
        Money.rounded(EUR, quantity.multiply(price)));
  }

  private void close(YearMonth month) {
    long records =
        ledger.entries().stream()
            .filter(Charge.class::isInstance)
            .map(entry -> ((Charge) entry).line())
            .filter(line -> line.key().month().equals(month))
            .mapToLong(RatedLine::records)
            .sum();
    Row row = new Row("deal", records, records, records, 0, null);
    ledger.close(new Reconciliation(month, List.of(row)), LATER);
  }

  /** A part of a line that is on a statement and has something left. */
  private void credit(Random random) {
    Closing closing =
        (Closing) ledger.entries().stream().filter(Closing.class::isInstance).findFirst().get();
    for (Document statement : closing.statements()) {
      for (long entry : statement.entries()) {
        Entry line = ledger.entries().get((int) entry - 1);
        Money amount = ((Charge) line).amount();
        Money part = Money.ofMinor(EUR, 1 + random.nextInt(20));
        if (((Charge) line).line().unit() == Unit.MONTHS && amount.minus(part).sign() > 0) {
          tryCredit(entry, part);
        }
      }
    }
  }

  private void tryCredit(long entry, Money part) {
    try {
      ledger.credit(entry, part, "a dispute", LATER);
    } catch (LedgerException lessIsLeft) {
      assertThat(lessIsLeft).hasMessageContaining("less is left");
    }
  }
}
