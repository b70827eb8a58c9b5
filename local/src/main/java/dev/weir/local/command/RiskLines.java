package dev.weir.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.FieldPath;
import dev.weir.local.report.ReportJson;
import dev.weir.local.risk.RiskFields;
import dev.weir.local.risk.RiskFigures;
import dev.weir.local.risk.RiskWords;
import dev.weir.local.terminal.TextTable;
import dev.weir.privacy.risk.ClassSizes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The risk of a release, told.
 *
 * @param rows that were released
 */
record RiskLines(String topic, long rows, RiskFields fields, RiskFigures figures) {

  private static final JsonMapper JSON = new JsonMapper();

  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(counted());
    TextTable table = new TextTable("MEASURE", "VALUE", "BOUND", "");
    figures
        .measures()
        .forEach(
            (name, value) ->
                table.row(RiskWords.of(name), decimal(value), bound(name), alert(name)));
    lines.addAll(table.lines());
    return lines;
  }

  private String counted() {
    ClassSizes sizes = figures.sizes();
    String quasi =
        fields.quasiIdentifiers().stream()
            .map(FieldPath::toString)
            .collect(Collectors.joining(", "));
    return "%s: %s; %s; %s by %s, the smallest of %s"
        .formatted(
            topic,
            Amount.of(rows, "row"),
            fields.person() == null
                ? "nothing says who is the same, so each is taken for another person"
                : "people are told apart by " + fields.person(),
            sizes.count() == 1 ? "1 class" : Amount.of(sizes.count()) + " classes",
            quasi.isEmpty() ? "nothing: no quasi-identifier is shown" : quasi,
            Amount.of(sizes.smallest()));
  }

  private String bound(String measure) {
    BigDecimal limit = figures.limits().get(measure);
    return limit == null ? "" : limit.toPlainString();
  }

  private String alert(String measure) {
    return figures.above(measure) ? "above" : "";
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  String json() {
    ObjectNode all = JSON.createObjectNode();
    all.put("topic", topic);
    all.put("rows", rows);
    FieldPath person = fields.person();
    if (person != null) {
      all.put("person", person.toString());
    }
    fields
        .quasiIdentifiers()
        .forEach(path -> all.withArray("/quasiIdentifiers").add(path.toString()));
    all.put("classes", figures.sizes().count());
    all.put("smallest", figures.sizes().smallest());
    ObjectNode measures = all.putObject("measures");
    figures.measures().forEach(measures::put);
    ObjectNode limits = all.putObject("bounds");
    figures.limits().forEach(limits::put);
    all.put("above", figures.anyAbove());
    return ReportJson.pretty(all);
  }
}
