package dev.weir.jobs.file;

import dev.weir.privacy.ledger.Span;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs whose plan has statistics.
 *
 * @param days whose windows are all drawn; null: those that the records are of, which tells of them
 *     that they are
 * @param ledger file of what was spent; null: the output directory's own
 */
public record CountedDays(@Nullable Span days, @Nullable Path ledger) {

  /** The days of the records, and the directory's own ledger. */
  public static final CountedDays OF_RECORDS = new CountedDays(null, null);
}
