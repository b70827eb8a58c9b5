package dev.weir.metering.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.weir.metering.ledger.ChargeLedger;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.usage.UsageEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The books of one issuer. What was read at the start is what is worked with; what is added is on
 * the disk after {@link #post}. For one thread; of those who may add, the lock lets in one.
 */
public final class Books implements Closeable {

  private static final String HEAD = "books.json";
  private static final String REPORT = "rated.json";

  private final Path directory;
  private final @Nullable BooksLock lock;
  private final BooksHead head;
  private final Batches entries;
  private final ChargeLedger ledger;
  private final UsageBook usage;
  private RatingReport report;
  private int posted;

  private Books(
      Path directory,
      @Nullable BooksLock lock,
      BooksHead head,
      Batches entries,
      UsageBook usage,
      RatingReport report)
      throws BooksException {
    this.directory = directory;
    this.lock = lock;
    this.head = head;
    this.entries = entries;
    this.usage = usage;
    this.report = report;
    ledger = LedgerLines.replay(directory, head.series(), entries.lines());
    posted = ledger.entries().size();
  }

  private static Books opened(Path directory, @Nullable BooksLock lock) throws IOException {
    Path last = directory.resolve(REPORT);
    return new Books(
        directory,
        lock,
        JsonFile.read(directory.resolve(HEAD), BooksHead.class),
        Batches.read(directory.resolve("ledger"), "charges"),
        UsageBook.read(directory.resolve("usage")),
        Files.exists(last) ? JsonFile.read(last, RatingReport.class) : RatingReport.NONE);
  }

  /**
   * Books that lie elsewhere, to look at. Every entry is made anew from those before it.
   *
   * @param place where, for messages
   * @throws BooksException if something in them is not as books write it
   */
  public static Books of(BooksContent content, String place) throws BooksException {
    Path named = Path.of(place);
    try {
      return new Books(
          named,
          null,
          new BooksHead(1, content.issuer(), content.series()),
          Batches.of(content.entries(), content.digest()),
          UsageBook.of(Batches.of(content.usage(), null), named),
          EntryJson.JSON.readValue(content.rated(), RatingReport.class));
    } catch (JsonProcessingException wrong) {
      throw new BooksException(named, "what was rated is not as this build writes it");
    }
  }

  /** All that they hold; what was added is in it once it was posted. */
  public BooksContent content() {
    try {
      return new BooksContent(
          head.issuer(),
          head.series(),
          entries.last(),
          entries.lines(),
          usage.lines(),
          EntryJson.JSON.writeValueAsString(report));
    } catch (JsonProcessingException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /**
   * Begins books.
   *
   * @param series what stands before the documents' numbers; may be empty
   * @throws BooksException if there are some
   */
  public static void create(Path directory, String issuer, String series) throws IOException {
    WholeFile.create(directory.resolve(HEAD), JsonFile.bytes(new BooksHead(1, issuer, series)));
  }

  /**
   * To look at.
   *
   * @throws BooksException if they are not there, or something in them is not as it was written
   */
  public static Books read(Path directory) throws IOException {
    return opened(there(directory), null);
  }

  /**
   * To add to.
   *
   * @throws BooksException as {@link #read}, and if somebody else is adding
   */
  public static Books write(Path directory) throws IOException {
    BooksLock lock = BooksLock.take(there(directory));
    try {
      return opened(directory, lock);
    } catch (IOException | RuntimeException unread) {
      lock.close();
      throw unread;
    }
  }

  private static Path there(Path directory) throws BooksException {
    if (!Files.exists(directory.resolve(HEAD))) {
      throw new BooksException(
          directory, "holds no books. weir billing create --charges DIR begins some");
    }
    return directory;
  }

  /** Who writes the documents. */
  public String issuer() {
    return head.issuer();
  }

  /** The ledger; what is added to it is written by {@link #post}. */
  public ChargeLedger ledger() {
    return ledger;
  }

  /** The usage that was taken. */
  public UsageBook usage() {
    return usage;
  }

  /** What the last rating found. */
  public RatingReport report() {
    return report;
  }

  /** SHA-256 that stands for every entry of the ledger until now; null while there is none. */
  public @Nullable String digest() {
    return entries.last();
  }

  /**
   * Takes usage that is not there yet; written by {@link #post}.
   *
   * @throws BooksException if an event contradicts another one; names each
   */
  public void take(List<UsageEvent> more) throws BooksException {
    usage.take(more);
  }

  void report(RatingReport newer) {
    report = newer;
  }

  /**
   * Writes down what was added: the usage, then the entries, then the report. Each is there whole
   * or not at all; what a failure leaves out, the next rating makes again from what came before it.
   */
  public void post() throws IOException {
    if (lock == null) {
      throw new IllegalStateException("books that are looked at are not added to");
    }
    usage.write();
    List<Entry> all = ledger.entries();
    entries.add(all.subList(posted, all.size()).stream().map(EntryJson::write).toList());
    posted = all.size();
    WholeFile.replace(directory.resolve(REPORT), JsonFile.bytes(report));
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
