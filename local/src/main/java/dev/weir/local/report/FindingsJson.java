package dev.weir.local.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.Finding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was looked at, as plain JSON: {@code {"findings": [{state, subject, message, …}]}}. */
public final class FindingsJson {

  private FindingsJson() {}

  /** In the order given. */
  public static ObjectNode of(List<Finding> findings) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode list = all.putArray("findings");
    findings.forEach(finding -> add(finding, list.addObject()));
    return all;
  }

  private static void add(Finding finding, ObjectNode one) {
    one.put("state", finding.state().name().toLowerCase(Locale.ROOT));
    one.put("subject", finding.subject());
    one.put("message", finding.message());
    one.put("mend", finding.mend());
    one.put("command", finding.command());
    place(finding.problem(), one);
  }

  private static void place(@Nullable Problem problem, ObjectNode one) {
    if (problem != null) {
      one.put("rule", problem.rule().id());
      one.put("file", problem.location().file());
      one.put("line", problem.location().line());
      one.put("column", problem.location().column());
      one.put("path", problem.path());
    }
  }
}
