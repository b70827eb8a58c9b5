package dev.weir.metering.ledger;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Reopening;
import java.util.ArrayList;
import java.util.List;

/** The entries, and what follows from them. */
final class LedgerState {

  private final List<Entry> entries = new ArrayList<>();
  private final Accounts accounts = new Accounts();
  private final Months months = new Months();
  private final Documents documents;

  LedgerState(String series) {
    documents = new Documents(series);
  }

  List<Entry> entries() {
    return entries;
  }

  Accounts accounts() {
    return accounts;
  }

  Months months() {
    return months;
  }

  Documents documents() {
    return documents;
  }

  /** The next entry's number. */
  long next() {
    return entries.size() + 1L;
  }

  void add(Entry entry) {
    entries.add(entry);
    if (entry instanceof Charge charge) {
      accounts.apply(charge);
      documents.apply(charge);
    } else if (entry instanceof Credit credit) {
      accounts.apply(credit);
      documents.applyNote(credit.note());
    } else if (entry instanceof Closing closing) {
      months.apply(closing);
      closing.statements().forEach(documents::applyStatement);
    } else if (entry instanceof Reopening reopening) {
      months.apply(reopening);
    }
  }
}
