package dev.weir.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Release;
import dev.weir.local.report.ReportJson;
import dev.weir.local.risk.ReleasedTopic;
import dev.weir.local.risk.RiskFields;
import dev.weir.local.risk.RiskFigures;
import dev.weir.local.risk.RiskRange;
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
record RiskLines(ReleasedTopic release, long rows, RiskFields fields, RiskRange range) {

  private static final JsonMapper JSON = new JsonMapper();

  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(summary());
    lines.addAll(range.isBounded() ? bounded() : counted());
    release.crowds().map(this::reason).ifPresent(lines::add);
    return lines;
  }

  private List<String> counted() {
    TextTable table = new TextTable("MEASURE", "VALUE", "BOUND", "");
    range
        .counted()
        .measures()
        .forEach(
            (name, value) ->
                table.row(RiskWords.of(name), decimal(value), bound(name), alert(name)));
    return table.lines();
  }

  private List<String> bounded() {
    TextTable table = new TextTable("MEASURE", "VALUE", "", "BOUND", "");
    range
        .counted()
        .measures()
        .forEach(
            (name, value) ->
                table.row(
                    RiskWords.of(name),
                    (range.atMost(name).isPresent() ? "at least " : "") + decimal(value),
                    range.atMost(name).map(most -> "at most " + decimal(most)).orElse(""),
                    bound(name),
                    alert(name)));
    return table.lines();
  }

  /** Why the rows of crowds do not tell how many people they are of. */
  private String reason(Release.Cohorts crowds) {
    return fields.person() == null
        ? "No row says whose it is, so somebody with several counts as often: risk is at least what"
            + " was counted, and nothing here bounds it. weir run and the owner's metrics count"
            + " people."
        : "A token is bound to one crowd, so somebody who was in several counts as often: risk is at"
            + " least what was counted, and at most what crowds of %s people leave, if these are"
                .formatted(Amount.of(crowds.k()))
            + " all rows that were released. weir run and the owner's metrics count people.";
  }

  private String summary() {
    ClassSizes sizes = range.counted().sizes();
    String quasi =
        fields.quasiIdentifiers().stream()
            .map(FieldPath::toString)
            .collect(Collectors.joining(", "));
    return "%s: %s; %s; %s by %s, the smallest of %s"
        .formatted(
            release.topic(),
            Amount.of(rows, "row"),
            fields.person() == null
                ? "nothing says who is the same, so each is taken for another person"
                : "people are told apart by " + fields.person(),
            sizes.count() == 1 ? "1 class" : Amount.of(sizes.count()) + " classes",
            quasi.isEmpty() ? "nothing: no quasi-identifier is shown" : quasi,
            Amount.of(sizes.smallest()));
  }

  private String bound(String measure) {
    BigDecimal limit = range.counted().limits().get(measure);
    return limit == null ? "" : limit.toPlainString();
  }

  private String alert(String measure) {
    if (range.counted().above(measure)) {
      return "above";
    }
    return range.mayBeAbove(measure) ? "may be above" : "";
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  String json() {
    ObjectNode all = JSON.createObjectNode();
    all.put("topic", release.topic());
    all.put("rows", rows);
    FieldPath person = fields.person();
    if (person != null) {
      all.put("person", person.toString());
    }
    fields
        .quasiIdentifiers()
        .forEach(path -> all.withArray("/quasiIdentifiers").add(path.toString()));
    all.put("classes", range.counted().sizes().count());
    all.put("smallest", range.counted().sizes().smallest());
    ObjectNode measures = all.putObject("measures");
    range.counted().measures().forEach(measures::put);
    RiskFigures atMost = range.atMost();
    if (atMost != null) {
      atMost.measures().forEach(all.putObject("atMost")::put);
    }
    ObjectNode limits = all.putObject("bounds");
    range.counted().limits().forEach(limits::put);
    all.put("above", range.counted().anyAbove());
    all.put("passes", range.passes());
    return ReportJson.pretty(all);
  }
}
