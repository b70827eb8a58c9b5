package dev.weir.local.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.problem.Problem;
import java.util.List;
import java.util.Locale;

/** Problems as plain JSON: {@code {"problems": [{rule, level, file, line, column, …}]}}. */
public final class ProblemsJson {

  private ProblemsJson() {}

  /** In the order given. */
  public static ObjectNode of(List<Problem> problems) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode list = all.putArray("problems");
    problems.forEach(problem -> add(problem, list.addObject()));
    return all;
  }

  private static void add(Problem problem, ObjectNode one) {
    one.put("rule", problem.rule().id());
    one.put("level", problem.rule().severity().name().toLowerCase(Locale.ROOT));
    one.put("file", problem.location().file());
    one.put("line", problem.location().line());
    one.put("column", problem.location().column());
    one.put("path", problem.path());
    one.put("message", problem.message());
    one.put("mend", problem.mend());
  }
}
