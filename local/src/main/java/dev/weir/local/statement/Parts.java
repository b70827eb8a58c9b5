package dev.weir.local.statement;

import dev.weir.local.statement.Statement.Part;
import dev.weir.metering.ledger.Document;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lines that are billed in a month, by the document on which they stand. */
final class Parts {

  /** Behind every document. */
  private static final String NONE = "\uFFFF";

  private Parts() {}

  static List<Part> of(List<Entry> entries, String partner, YearMonth billed) {
    Map<Long, String> documents = documents(entries);
    SortedMap<String, List<Posting>> lines = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Posting posting
          && posting.partner().equals(partner)
          && posting.billed().equals(billed)) {
        String document = documents.getOrDefault(posting.number(), NONE);
        String place = document + " " + posting.amount().currency();
        lines.computeIfAbsent(place, none -> new ArrayList<>()).add(posting);
      }
    }
    List<Part> parts = new ArrayList<>();
    lines.values().forEach(some -> parts.add(part(documents.get(some.get(0).number()), some)));
    return parts;
  }

  private static Part part(@Nullable String document, List<Posting> lines) {
    Money total =
        lines.stream()
            .map(Posting::amount)
            .reduce(Money.none(lines.get(0).amount().currency()), Money::plus);
    return new Part(document, lines, total);
  }

  private static Map<Long, String> documents(List<Entry> entries) {
    Map<Long, String> documents = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Closing closing) {
        closing.statements().forEach(one -> learn(one, documents));
      } else if (entry instanceof Credit credit) {
        learn(credit.note(), documents);
      }
    }
    return documents;
  }

  private static void learn(Document document, Map<Long, String> documents) {
    document.entries().forEach(entry -> documents.put(entry, document.id()));
  }

  static List<Money> totals(List<Part> parts) {
    SortedMap<String, Money> totals = new TreeMap<>();
    for (Part part : parts) {
      totals.merge(part.total().currency().getCurrencyCode(), part.total(), Money::plus);
    }
    return List.copyOf(totals.values());
  }
}
