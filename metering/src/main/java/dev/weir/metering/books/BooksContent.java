package dev.weir.metering.books;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that books hold, wherever it is kept.
 *
 * @param series what stands before the documents' numbers
 * @param digest stands for every entry; null: there is none
 * @param entries of the ledger, as {@link EntryJson} writes them, in order
 * @param usage events in structured mode, in the order in which they were taken
 * @param rated what the last rating found, as JSON
 */
public record BooksContent(
    String issuer,
    String series,
    @Nullable String digest,
    List<String> entries,
    List<String> usage,
    String rated) {
  public BooksContent {
    entries = List.copyOf(entries);
    usage = List.copyOf(usage);
  }
}
