package dev.weir.metering.books;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.price.PriceBook;
import dev.weir.metering.rating.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What agreements and a price book say, and since when. */
public final class AgreedTerms {

  private AgreedTerms() {}

  /**
   * The terms of files. A version holds since its period begins, if nothing else is said.
   *
   * @param since by {@code id@version}
   * @throws BooksException if there are several price books, or none that an agreement names a tier
   *     of, or {@code since} names what is not there
   */
  public static Terms of(FileSet files, Map<String, Instant> since) throws BooksException {
    List<String> problems = new ArrayList<>();
    List<Held> versions = new ArrayList<>();
    Set<String> unused = new TreeSet<>(since.keySet());
    for (Document<Agreement> file : files.agreements()) {
      Agreement agreement = file.value();
      String version = agreement.id() + "@" + agreement.version();
      unused.remove(version);
      versions.add(new Held(agreement, since.getOrDefault(version, agreement.period().from())));
    }
    unused.forEach(name -> problems.add("--since names " + name + ", and no file has it."));
    if (versions.isEmpty()) {
      problems.add("No file is an agreement. Name those that were in force by --agreement.");
    }
    PriceBook book = book(files, problems);
    if (!problems.isEmpty()) {
      throw new BooksException(String.join("\n", problems));
    }
    return new Terms(versions, book);
  }

  private static @Nullable PriceBook book(FileSet files, List<String> problems) {
    List<Document<PriceBook>> books = files.priceBooks();
    if (books.size() > 1) {
      problems.add(
          books.get(0).file() + " and " + books.get(1).file() + " are both price books. Give one.");
    }
    PriceBook book = books.isEmpty() ? null : books.get(0).value();
    for (Document<Agreement> file : files.agreements()) {
      String tier = file.value().tier();
      if (tier != null && (book == null || !book.tiers().containsKey(tier))) {
        problems.add(
            file.file() + ": tier " + tier + " is in no price book. Give its file by --prices.");
      }
    }
    return book;
  }
}
