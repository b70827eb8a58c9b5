package dev.weir.local.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Rule;
import dev.weir.config.problem.Severity;
import dev.weir.local.version.Build;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Problems as a log of the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), for
 * editors and code hosts.
 */
public final class SarifLog {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final Map<String, Integer> rules = new LinkedHashMap<>();
  private final ArrayNode descriptors = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode results = JsonNodeFactory.instance.arrayNode();

  private SarifLog() {}

  /** One run with those results, in the order given. */
  public static ObjectNode of(List<Problem> problems) {
    SarifLog log = new SarifLog();
    problems.forEach(log::add);
    return log.log();
  }

  private ObjectNode log() {
    ObjectNode log = JsonNodeFactory.instance.objectNode();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Weir").put("version", Build.current().version());
    driver.set("rules", descriptors);
    run.put("columnKind", "unicodeCodePoints");
    run.set("results", results);
    return log;
  }

  private void add(Problem problem) {
    ObjectNode result = results.addObject();
    result.put("ruleId", problem.rule().id());
    result.put("ruleIndex", index(problem.rule()));
    result.put("level", level(problem.rule()));
    String mend = problem.mend().isEmpty() ? "" : " " + sentence(problem.mend());
    result.putObject("message").put("text", sentence(problem.message()) + mend);
    location(problem, result.putArray("locations").addObject());
  }

  private int index(Rule rule) {
    return rules.computeIfAbsent(
        rule.id(),
        id -> {
          descriptor(rule, descriptors.addObject());
          return rules.size();
        });
  }

  private static void descriptor(Rule rule, ObjectNode descriptor) {
    descriptor.put("id", rule.id());
    descriptor.putObject("shortDescription").put("text", sentence(rule.summary()));
    String mend = RuleMends.of(rule.id());
    descriptor.putObject("help").put("text", mend).put("markdown", mend);
    descriptor.putObject("defaultConfiguration").put("level", level(rule));
  }

  private static void location(Problem problem, ObjectNode location) {
    Location at = problem.location();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(at.file()));
    physical.putObject("region").put("startLine", at.line()).put("startColumn", at.column());
    if (!problem.path().isEmpty()) {
      location.putArray("logicalLocations").addObject().put("fullyQualifiedName", problem.path());
    }
  }

  /** RFC 3986, ASCII; relative to where the command ran, as the user named it. */
  private static String uri(String file) {
    Path path = Path.of(file);
    String plain = file.contains(":") ? "./" + file : file; // or what is before it is a scheme
    try {
      return path.isAbsolute()
          ? path.toUri().toASCIIString()
          : new URI(null, null, plain, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every relative path is a URI's path", e);
    }
  }

  private static String level(Rule rule) {
    return rule.severity() == Severity.ERROR ? "error" : "warning";
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }
}
