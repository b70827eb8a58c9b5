package dev.weir.local.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.metering.books.Books;
import dev.weir.metering.books.BooksContent;
import dev.weir.metering.books.BooksException;
import dev.weir.metering.books.BooksNames;
import dev.weir.metering.focus.FocusRow;
import dev.weir.metering.focus.FocusRows;
import dev.weir.metering.focus.FocusVersion;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageJson;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Books as rows. */
final class BookRows {

  private static final JsonMapper JSON = new JsonMapper();

  private final Connection connection;
  private final Books books;
  private final BooksContent content;

  private BookRows(Connection connection, Books books) {
    this.connection = connection;
    this.books = books;
    this.content = books.content();
  }

  static void write(Connection connection, Books books) throws SQLException, BooksException {
    BookRows rows = new BookRows(connection, books);
    rows.head();
    rows.entries();
    rows.usage();
    rows.charges();
  }

  /** Locks the series, so that two who write stand in line. */
  private void head() throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "INSERT INTO weir_books (series, issuer, digest, rated) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (series) DO UPDATE"
                + " SET issuer = excluded.issuer, digest = excluded.digest, rated = excluded.rated")) {
      put.setString(1, content.series());
      put.setString(2, content.issuer());
      put.setString(3, content.digest());
      put.setString(4, content.rated());
      put.executeUpdate();
    }
  }

  private void entries() throws SQLException, BooksException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "INSERT INTO weir_entry (series, number, json) VALUES (?, ?, ?)"
                + " ON CONFLICT (series, number) DO NOTHING")) {
      for (int at = 0; at < content.entries().size(); at++) {
        put.setString(1, content.series());
        put.setLong(2, at + 1L);
        put.setString(3, content.entries().get(at));
        put.addBatch();
      }
      put.executeBatch();
    }
    refuseOthers();
  }

  /** A row is never edited: where one differs, or there are more, the tables are of other books. */
  private void refuseOthers() throws SQLException, BooksException {
    try (PreparedStatement ask =
        connection.prepareStatement(
            "SELECT number, json FROM weir_entry WHERE series = ? ORDER BY number")) {
      ask.setString(1, content.series());
      ResultSet rows = ask.executeQuery();
      int count = 0;
      while (rows.next()) {
        count++;
        boolean same =
            count <= content.entries().size()
                && rows.getString(2).equals(content.entries().get(count - 1));
        if (!same) {
          throw new BooksException(
              "The tables hold other books of this series: entry "
                  + rows.getLong(1)
                  + " is not that of these. Nothing was written. Restore what was replaced, or name"
                  + " another database.");
        }
      }
    }
  }

  private void usage() throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "INSERT INTO weir_usage (series, source, id, position, partner, agreement, release,"
                + " minute, records, payload_bytes, cells, epsilon, json)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (series, source, id) DO NOTHING")) {
      long position = 0;
      for (UsageEvent event : books.usage().events()) {
        put.setString(1, content.series());
        put.setString(2, event.source());
        put.setString(3, event.id());
        put.setLong(4, ++position);
        put.setString(5, event.data().partner());
        put.setString(6, event.data().agreement().toString());
        put.setString(7, event.data().release());
        put.setTimestamp(8, Timestamp.from(event.data().window().from()));
        put.setLong(9, event.data().usage().records());
        put.setLong(10, event.data().usage().payloadBytes());
        put.setLong(11, event.data().usage().cells());
        put.setBigDecimal(12, event.data().usage().epsilon());
        put.setString(13, new String(UsageJson.write(event), UTF_8));
        put.addBatch();
      }
      put.executeBatch();
    }
  }

  private void charges() throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "INSERT INTO weir_charge (series, entry, billing_period, partner, agreement, currency,"
                + " billed_cost, invoice_id, focus) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)"
                + " ON CONFLICT (series, entry) DO UPDATE"
                + " SET invoice_id = excluded.invoice_id, focus = excluded.focus")) {
      for (YearMonth month : billed()) {
        List<FocusRow> rows =
            FocusRows.of(books.ledger().entries(), month, BooksNames.of(books), FocusVersion.V1_4)
                .rows();
        for (FocusRow row : rows) {
          charge(row, month.atDay(1), put);
        }
      }
      put.executeBatch();
    }
  }

  private TreeSet<YearMonth> billed() {
    TreeSet<YearMonth> months = new TreeSet<>();
    books.ledger().entries().stream()
        .filter(Posting.class::isInstance)
        .forEach(entry -> months.add(((Posting) entry).billed()));
    return months;
  }

  private void charge(FocusRow row, LocalDate period, PreparedStatement put) throws SQLException {
    Map<String, String> cells = row.cells();
    put.setString(1, content.series());
    put.setLong(2, Long.parseLong(cells.getOrDefault("x_Entry", "")));
    put.setObject(3, period);
    put.setString(4, cells.get("BillingAccountId"));
    put.setString(5, cells.get("x_Agreement"));
    put.setString(6, cells.get("BillingCurrency"));
    put.setBigDecimal(7, new BigDecimal(cells.getOrDefault("BilledCost", "")));
    put.setString(8, cells.get("InvoiceId"));
    put.setString(9, json(cells));
    put.addBatch();
  }

  private static String json(Map<String, String> cells) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(cells));
    } catch (JsonProcessingException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }
}
