package dev.weir.local.database;

import dev.weir.metering.books.Books;
import dev.weir.metering.books.BooksContent;
import dev.weir.metering.books.BooksException;
import dev.weir.metering.charges.ChargeEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * The tables of a database. What is written is written in one transaction, and each row once: who
 * writes again after a failure, at whatever point, adds what lacks. For one thread.
 */
public final class ChargeTables implements AutoCloseable {

  private static final String HISTORY = "weir_schema_history";

  private final Connection connection;

  ChargeTables(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  /**
   * Opens them; they are made, or brought to this build's form, if they are not.
   *
   * @param url of JDBC, {@code jdbc:postgresql://host/database?user=…}; it may hold a password, and
   *     is in no message
   * @throws SQLException if the database does not let it
   * @throws org.flywaydb.core.api.FlywayException if the tables cannot be made
   */
  public static ChargeTables open(String url) throws SQLException {
    migrate(url);
    return new ChargeTables(DriverManager.getConnection(url));
  }

  private static void migrate(String url) {
    var unused =
        Flyway.configure(ChargeTables.class.getClassLoader())
            .dataSource(url, null, null)
            .locations("classpath:dev/weir/local/database")
            .table(HISTORY)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load()
            .migrate();
  }

  /**
   * Writes all that books hold and the tables do not.
   *
   * @throws BooksException if the tables hold other books of that series
   */
  public void write(Books books) throws SQLException, BooksException {
    try {
      BookRows.write(connection, books);
      connection.commit();
    } catch (SQLException | BooksException | RuntimeException half) {
      connection.rollback();
      throw half;
    }
  }

  /** Writes lines of the rating job that are not there. */
  public void write(List<ChargeEvent> lines) throws SQLException {
    try {
      LineRows.write(connection, lines);
      connection.commit();
    } catch (SQLException | RuntimeException half) {
      connection.rollback();
      throw half;
    }
  }

  /**
   * Books to look at, each entry made anew.
   *
   * @param series which
   * @throws BooksException if there are none of that series, or they are not as books write them
   */
  public Books read(String series) throws SQLException, BooksException {
    try (PreparedStatement ask =
        connection.prepareStatement(
            "SELECT issuer, digest, rated FROM weir_books WHERE series = ?")) {
      ask.setString(1, series);
      ResultSet found = ask.executeQuery();
      if (!found.next()) {
        throw new BooksException("The tables hold no books of the series " + series + ".");
      }
      return Books.of(
          new BooksContent(
              found.getString(1),
              series,
              found.getString(2),
              json("SELECT json FROM weir_entry WHERE series = ? ORDER BY number", series),
              json("SELECT json FROM weir_usage WHERE series = ? ORDER BY position", series),
              found.getString(3)),
          "the tables");
    }
  }

  /** The series of all books that are there. */
  public List<String> series() throws SQLException {
    try (PreparedStatement ask =
        connection.prepareStatement("SELECT series FROM weir_books ORDER BY series")) {
      return texts(ask);
    }
  }

  private List<String> json(String query, String series) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(query)) {
      ask.setString(1, series);
      return texts(ask);
    }
  }

  private static List<String> texts(PreparedStatement ask) throws SQLException {
    List<String> texts = new ArrayList<>();
    ResultSet rows = ask.executeQuery();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
