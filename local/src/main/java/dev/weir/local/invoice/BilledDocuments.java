package dev.weir.local.invoice;

import dev.weir.local.invoice.BilledDocument.Preceding;
import dev.weir.local.statement.Statement;
import dev.weir.local.statement.Statement.Part;
import dev.weir.metering.ledger.Document;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Original;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.money.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The documents of a statement, as invoices and credit notes. */
public final class BilledDocuments {

  private final Map<String, LocalDate> issued = new HashMap<>();

  private BilledDocuments(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry instanceof Closing closing) {
        closing.statements().forEach(one -> issued(one, closing));
      } else if (entry instanceof Credit credit) {
        issued(credit.note(), credit);
      }
    }
  }

  private void issued(Document document, Entry by) {
    issued.put(document.id(), by.at().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /**
   * Those that have a number; lines that are on no document yet are on no invoice.
   *
   * @param entries of the whole ledger
   */
  public static List<BilledDocument> of(List<Entry> entries, Statement statement, Tax tax) {
    BilledDocuments documents = new BilledDocuments(entries);
    List<BilledDocument> billed = new ArrayList<>();
    for (Part part : statement.parts()) {
      String number = part.document();
      if (number != null) {
        billed.add(documents.document(number, part, tax));
      }
    }
    return billed;
  }

  private BilledDocument document(String number, Part part, Tax tax) {
    boolean credit = part.total().sign() < 0;
    Money net = credit ? part.total().negated() : part.total();
    return new BilledDocument(
        number,
        credit,
        Objects.requireNonNull(issued.get(number)),
        part.lines().stream().map(line -> BilledLines.of(line, credit)).toList(),
        net,
        tax.of(net),
        preceding(part.lines()));
  }

  private List<Preceding> preceding(List<Posting> lines) {
    return lines.stream()
        .map(BilledDocuments::corrected)
        .filter(Objects::nonNull)
        .distinct()
        .map(number -> new Preceding(number, Objects.requireNonNull(issued.get(number))))
        .toList();
  }

  private static @Nullable String corrected(Posting posting) {
    Original original =
        posting instanceof Charge charge ? charge.corrects() : ((Credit) posting).corrects();
    return original == null ? null : original.document();
  }
}
