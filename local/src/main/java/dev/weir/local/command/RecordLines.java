package dev.weir.local.command;

import dev.weir.local.preview.JsonLeaves;
import dev.weir.local.preview.Outcome;
import dev.weir.local.terminal.SideBySide;
import dev.weir.local.terminal.Terminal;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.ProductPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shows the first records, before and after. */
final class RecordLines {

  private static final String NO_OBJECT = "(no JSON object)";

  private final ProductPlan product;
  private final CommandContext context;
  private int left;

  /**
   * @param limit how many records are shown
   */
  RecordLines(ProductPlan product, CommandContext context, int limit) {
    this.product = product;
    this.context = context;
    this.left = limit;
  }

  void show(Path file, SourceRecord record, List<Outcome> outcomes) {
    if (left <= 0) {
      return;
    }
    left--;
    Terminal terminal = context.terminal();
    for (int release = 0; release < outcomes.size(); release++) {
      Outcome outcome = outcomes.get(release);
      String topic = product.releases().get(release).topic();
      String place = file + ":" + record.offset();
      context.print(terminal.bold(place + " → " + topic) + "  " + words(outcome));
      context.print(new SideBySide(terminal.width()).lines(before(record), after(outcome)));
      context.print("");
    }
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.Withheld withheld) {
      return "withheld: " + withheld.reason().word();
    } else if (outcome instanceof Outcome.DeadLettered dead) {
      Rejection why = dead.rejection();
      String reason = "dead-lettered: " + why.reason().word();
      return why.field() == null ? reason : reason + " (" + why.field() + ")";
    }
    return outcome instanceof Outcome.Counted ? "counted: nothing of it leaves" : "released";
  }

  private static Map<String, String> before(SourceRecord record) {
    byte[] value = Objects.requireNonNull(record.value());
    try {
      return JsonLeaves.of(value);
    } catch (IOException noObject) {
      return Map.of(NO_OBJECT, new String(value, StandardCharsets.UTF_8));
    }
  }

  private static Map<String, String> after(Outcome outcome) {
    if (!(outcome instanceof Outcome.Released released)) {
      return Map.of();
    }
    try {
      return JsonLeaves.of(released.value());
    } catch (IOException defect) {
      throw new UncheckedIOException(defect);
    }
  }
}
