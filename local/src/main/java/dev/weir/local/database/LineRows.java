package dev.weir.local.database;

import dev.weir.metering.charges.ChargeEvent;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.RatedLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;

/** Lines of the rating job as rows. */
final class LineRows {

  private LineRows() {}

  static void write(Connection connection, List<ChargeEvent> lines) throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "INSERT INTO weir_line (source, id, at, partner, agreement, month, kind, tier, quantity,"
                + " unit, unit_price, amount, currency, corrects)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (source, id) DO NOTHING")) {
      for (ChargeEvent line : lines) {
        add(line, put);
      }
      put.executeBatch();
    }
  }

  private static void add(ChargeEvent event, PreparedStatement put) throws SQLException {
    RatedLine line = event.line();
    ChargeKey key = line.key();
    put.setString(1, event.source());
    put.setString(2, event.id());
    put.setTimestamp(3, Timestamp.from(event.at()));
    put.setString(4, event.partner());
    put.setString(5, key.agreement());
    put.setObject(6, key.month().atDay(1));
    put.setString(7, key.kind().name().toLowerCase(Locale.ROOT));
    put.setInt(8, key.tier());
    put.setBigDecimal(9, line.quantity());
    put.setString(10, line.unit().name().toLowerCase(Locale.ROOT));
    put.setBigDecimal(11, line.unitPrice());
    put.setBigDecimal(12, line.amount().amount());
    put.setString(13, key.currency().getCurrencyCode());
    put.setString(14, event.corrects());
    put.addBatch();
  }
}
