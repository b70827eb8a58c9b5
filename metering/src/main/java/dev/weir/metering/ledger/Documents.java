package dev.weir.metering.ledger;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Documents, their numbers, and what is on none yet. */
final class Documents {

  private final String series;
  private final Map<Long, String> byEntry = new HashMap<>();
  private final SortedMap<Long, Charge> open = new TreeMap<>();
  private long statements;
  private long notes;

  /**
   * @param series before each number
   */
  Documents(String series) {
    this.series = series;
  }

  void apply(Charge charge) {
    open.put(charge.number(), charge);
  }

  void applyStatement(Document statement) {
    statements++;
    applyLines(statement);
  }

  void applyNote(Document note) {
    notes++;
    applyLines(note);
  }

  private void applyLines(Document document) {
    for (long entry : document.entries()) {
      byEntry.put(entry, document.id());
      open.remove(entry);
    }
  }

  /** The document on which an entry stands. */
  Optional<String> of(long entry) {
    return Optional.ofNullable(byEntry.get(entry));
  }

  /** What a month's statements would be now: one for each partner and currency. */
  List<Document> statements(YearMonth month) {
    SortedMap<String, List<Charge>> lines = new TreeMap<>();
    for (Charge charge : open.values()) {
      if (charge.billed().equals(month)) {
        String place = charge.partner() + "/" + charge.amount().currency().getCurrencyCode();
        lines.computeIfAbsent(place, none -> new ArrayList<>()).add(charge);
      }
    }
    List<Document> documents = new ArrayList<>();
    for (List<Charge> one : lines.values()) {
      documents.add(document(id("S", statements + documents.size() + 1), one));
    }
    return documents;
  }

  /** The credit note of one line. */
  Document note(long entry, String partner, Money amount) {
    return new Document(id("C", notes + 1), partner, amount, List.of(entry));
  }

  private String id(String kind, long number) {
    return String.format(Locale.ROOT, "%s%s-%06d", series, kind, number);
  }

  private static Document document(String id, List<Charge> lines) {
    Charge first = lines.get(0);
    Money total =
        lines.stream()
            .map(Charge::amount)
            .reduce(Money.none(first.amount().currency()), Money::plus);
    return new Document(id, first.partner(), total, lines.stream().map(Charge::number).toList());
  }
}
