package dev.weir.metering.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import dev.weir.metering.usage.UsageJson;
import dev.weir.metering.usage.UsageTally;
import dev.weir.metering.usage.UsageTally.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The usage that charges are made of, each event once. */
public final class UsageBook {

  private final Batches batches;
  private final UsageTally tally = new UsageTally();
  private final List<UsageEvent> events = new ArrayList<>();
  private final List<String> unwritten = new ArrayList<>();

  private UsageBook(Batches batches) {
    this.batches = batches;
  }

  static UsageBook read(Path directory) throws IOException {
    return of(Batches.read(directory, "usage"), directory);
  }

  /**
   * @param directory for messages
   */
  static UsageBook of(Batches batches, Path directory) throws BooksException {
    UsageBook book = new UsageBook(batches);
    for (String line : book.batches.lines()) {
      try {
        var unused = book.add(UsageJson.read(line.getBytes(UTF_8)));
      } catch (UsageFormatException wrong) {
        throw new BooksException(directory, String.valueOf(wrong.getMessage()));
      }
    }
    return book;
  }

  private Outcome add(UsageEvent event) {
    Outcome outcome = tally.add(event);
    if (outcome == Outcome.ADDED) {
      events.add(event);
    }
    return outcome;
  }

  void take(List<UsageEvent> more) throws BooksException {
    List<String> contradicted = new ArrayList<>();
    for (UsageEvent event : more) {
      switch (add(event)) {
        case ADDED -> unwritten.add(new String(UsageJson.write(event), UTF_8));
        case CONTRADICTED -> contradicted.add(contradiction(event));
        case REPEATED -> {}
      }
    }
    if (!contradicted.isEmpty()) {
      throw new BooksException(String.join("\n", contradicted));
    }
  }

  /** As they are kept. */
  List<String> lines() {
    return batches.lines();
  }

  void write() throws IOException {
    batches.add(unwritten);
    unwritten.clear();
  }

  private static String contradiction(UsageEvent event) {
    return "Usage of "
        + event.data().agreement()
        + " in the minute "
        + event.data().window().from()
        + " has two events of one id and different content. Leave out the one that is wrong; if it"
        + " was taken already, mend it by an event that corrects it.";
  }

  /** Sums. */
  public UsageTally tally() {
    return tally;
  }

  /** In the order in which they were taken. */
  public List<UsageEvent> events() {
    return Collections.unmodifiableList(events);
  }
}
