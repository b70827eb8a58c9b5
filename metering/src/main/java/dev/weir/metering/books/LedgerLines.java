package dev.weir.metering.books;

import dev.weir.metering.ledger.ChargeLedger;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.LedgerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ledger of lines that were written down. */
final class LedgerLines {

  private LedgerLines() {}

  /**
   * @param books for messages
   * @throws BooksException if a line is no entry, or none that follows from those before it
   */
  static ChargeLedger replay(Path books, String series, List<String> lines) throws BooksException {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines) {
      try {
        entries.add(EntryJson.read(line));
      } catch (BooksException wrong) {
        String which = "entry " + (entries.size() + 1) + " ";
        throw new BooksException(books, which + wrong.getMessage());
      }
    }
    try {
      return ChargeLedger.replay(series, entries);
    } catch (LedgerException differs) {
      throw new BooksException(books, String.valueOf(differs.getMessage()));
    }
  }
}
