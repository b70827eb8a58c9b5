package dev.weir.local.reconcile;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.gateway.GatewayUsage;
import dev.weir.metering.books.Books;
import dev.weir.metering.books.Terms;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.reconcile.Delivered;
import dev.weir.metering.reconcile.MonthUsage;
import dev.weir.metering.reconcile.Reconciled;
import dev.weir.metering.reconcile.Reconciling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway's topics say of a month.
 *
 * @param charged lines of the rating job, by agreement id
 * @param settled up to when no job is at work any more
 * @param foreign by topic, records that are no usage events, or no charges
 * @param missing topics that are not there
 */
public record GatewayMonth(
    Terms terms,
    YearMonth month,
    Delivered delivered,
    MonthUsage usage,
    Map<String, List<RatedLine>> charged,
    Instant settled,
    SortedMap<String, Long> foreign,
    SortedSet<String> missing) {

  /**
   * Reads them.
   *
   * @param now what is released later is not looked for
   * @throws dev.weir.jobs.gateway.FilesRefusedException if the files are wrong
   * @throws dev.weir.jobs.start.StartRefusedException if no broker answers
   * @throws dev.weir.jobs.kafka.KafkaRefusal if it does not give the topics
   */
  public static GatewayMonth read(
      Path gateway, Terms terms, YearMonth month, Instant now, Consumer<Problem> warnings) {
    GatewayUsage topics = GatewayUsage.of(gateway, warnings);
    MonthUsage usage = new MonthUsage(month);
    Delivered delivered = topics.delivered(month, now);
    topics.usage(usage::add);
    Map<String, List<RatedLine>> charged = new HashMap<>();
    topics.charges(event -> add(event.line(), month, charged));
    // What passes the meter is told ahead of the next barrier, and committed with the one after.
    Duration atWork = topics.interval().multipliedBy(2).plus(Duration.ofMinutes(1));
    return new GatewayMonth(
        terms,
        month,
        delivered,
        usage,
        charged,
        now.minus(atWork),
        topics.foreign(),
        topics.missing());
  }

  private static void add(RatedLine line, YearMonth month, Map<String, List<RatedLine>> into) {
    if (line.key().month().equals(month)) {
      into.computeIfAbsent(line.key().agreement(), none -> new ArrayList<>()).add(line);
    }
  }

  /**
   * Held against one another, and against charges.
   *
   * @param books whose charges are meant; null: those that the rating job has written
   */
  public Reconciled reconciled(@Nullable Path books) throws IOException {
    Map<String, List<RatedLine>> lines = books == null ? charged : charged(books);
    Reconciled all = Reconciling.all(delivered, usage, settled, terms.tariffs(), lines);
    List<String> notes = new ArrayList<>(all.notes());
    foreign.forEach(
        (topic, records) ->
            notes.add(topic + " holds " + records + " records that Weir did not write."));
    return new Reconciled(month, all.releases(), all.minutes(), all.charges(), all.again(), notes);
  }

  private Map<String, List<RatedLine>> charged(Path directory) throws IOException {
    Map<String, List<RatedLine>> lines = new HashMap<>();
    try (Books books = Books.read(directory)) {
      books.ledger().entries().stream()
          .filter(Charge.class::isInstance)
          .forEach(entry -> add(((Charge) entry).line(), month, lines));
    }
    return lines;
  }
}
