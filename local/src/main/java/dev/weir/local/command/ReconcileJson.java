package dev.weir.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.local.report.ReportJson;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.reconcile.ChargeRow;
import dev.weir.metering.reconcile.Count;
import dev.weir.metering.reconcile.MinuteRow;
import dev.weir.metering.reconcile.Reconciled;
import dev.weir.metering.reconcile.ReleaseRow;
import java.util.Locale;

/** A reconciliation for programs; amounts and quantities are texts. */
final class ReconcileJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReconcileJson() {}

  static String of(Reconciled reconciled) {
    ObjectNode root = JSON.objectNode();
    root.put("period", reconciled.month().toString());
    root.put("agrees", reconciled.agrees());
    ArrayNode releases = root.putArray("releases");
    reconciled.releases().forEach(row -> release(row, releases.addObject()));
    ArrayNode minutes = root.putArray("minutes");
    reconciled.minutes().forEach(row -> minute(row, minutes.addObject()));
    ArrayNode charges = root.putArray("charges");
    reconciled.charges().forEach(row -> charge(row, charges.addObject()));
    ObjectNode again = root.putObject("releasedAgain");
    reconciled.again().forEach(again::put);
    ArrayNode notes = root.putArray("notes");
    reconciled.notes().forEach(notes::add);
    return ReportJson.pretty(root);
  }

  private static void release(ReleaseRow row, ObjectNode into) {
    into.put("partner", row.partner());
    into.put("agreement", row.agreement().toString());
    into.put("release", row.release());
    count("delivered", row.delivered(), into);
    count("metered", row.metered(), into);
    into.put("minutes", row.minutes());
    into.put("differing", row.differing());
    into.put("gone", row.gone());
    into.put("pending", row.pending());
  }

  private static void count(String name, Count count, ObjectNode into) {
    into.putObject(name).put("records", count.records()).put("bytes", count.bytes());
  }

  private static void minute(MinuteRow row, ObjectNode into) {
    into.put("from", row.place().minute().from().toString());
    into.put("partner", row.place().partner());
    into.put("agreement", row.place().agreement().toString());
    into.put("release", row.place().release());
    count("delivered", row.delivered(), into);
    count("metered", row.metered(), into);
    into.put("verdict", row.verdict().word());
  }

  private static void charge(ChargeRow row, ObjectNode into) {
    into.put("partner", row.partner());
    into.put("agreement", row.agreement());
    into.put("metered", row.metered());
    into.put("charged", row.charged());
    into.put("withoutPrice", row.withoutPrice());
    into.put("outside", row.outside());
    into.put("agrees", row.agrees());
    ArrayNode lacking = into.putArray("lacking");
    row.lacking().forEach(line -> line(line, lacking.addObject()));
  }

  private static void line(RatedLine line, ObjectNode into) {
    into.put("price", line.key().price());
    into.put("kind", line.key().kind().name().toLowerCase(Locale.ROOT));
    into.put("tier", line.key().tier());
    into.put("quantity", line.quantity().toPlainString());
    into.put("unit", line.unit().name().toLowerCase(Locale.ROOT));
    into.put("amount", line.amount().toString());
  }
}
