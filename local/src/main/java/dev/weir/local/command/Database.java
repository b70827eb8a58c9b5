package dev.weir.local.command;

import dev.weir.local.database.ChargeTables;
import dev.weir.metering.books.Books;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;

/** Work on a database that a command names. What drivers say may hold the URL: their kind. */
final class Database {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

  interface Work {
    Books with(ChargeTables tables) throws SQLException, IOException;
  }

  private Database() {}

  /**
   * @param url in which {@code ${env:NAME}} stands for a variable of the environment
   * @throws CommandFailure if the database does not do it
   */
  static Books work(String url, Work work) throws IOException {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new CommandFailure(Exit.USAGE, "--jdbc begins with jdbc:postgresql:");
    }
    try (ChargeTables tables = ChargeTables.open(filled(url))) {
      return work.with(tables);
    } catch (SQLException no) {
      throw refused("SQL state " + no.getSQLState());
    } catch (FlywayException no) {
      throw refused("its tables cannot be made or read");
    }
  }

  private static CommandFailure refused(String what) {
    return new CommandFailure(
        Exit.ENVIRONMENT,
        "The database did not do what it was asked ("
            + what
            + "). Nothing was written by halves: check address, user and rights, and say it again.");
  }

  private static String filled(String url) {
    Matcher named = VARIABLE.matcher(url);
    return named.replaceAll(
        one -> {
          String value = System.getenv(one.group(1));
          if (value == null) {
            throw new CommandFailure(
                Exit.ENVIRONMENT,
                "The variable " + one.group(1) + " that --jdbc names is not set.");
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
