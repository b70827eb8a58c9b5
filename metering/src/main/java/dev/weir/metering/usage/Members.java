package dev.weir.metering.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, read one by one; what is wrong with each is noted. */
final class Members {

  private final String path;
  private final JsonNode object;
  private final List<String> problems;
  private final Set<String> known = new HashSet<>();

  Members(JsonNode object, List<String> problems) {
    this("", object, problems);
  }

  private Members(String path, JsonNode object, List<String> problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
    if (!object.isObject()) {
      problems.add((path.isEmpty() ? "it" : path) + " is " + kind(object) + ", not an object");
    }
  }

  Members inside(String name) {
    return new Members(path + name + ".", value(name), problems);
  }

  /** A text that {@code read} makes something of; null where it does not, which has been noted. */
  <T> @Nullable T text(String name, Function<String, T> read) {
    JsonNode value = value(name);
    if (!value.isTextual()) {
      problems.add(path + name + " is " + kind(value) + ", not a text");
      return null;
    }
    try {
      return read.apply(value.textValue());
    } catch (RuntimeException wrong) {
      problems.add(path + name + " is a text of another form than the schema's");
      return null;
    }
  }

  boolean has(String name) {
    return object.has(name);
  }

  long count(String name) {
    BigDecimal number = number(name);
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole || number.abs().compareTo(BigDecimal.valueOf(Usage.LARGEST)) > 0) {
      problems.add(path + name + " is no whole number of at most 2^53-1");
      return 0;
    }
    return number.longValueExact();
  }

  BigDecimal number(String name) {
    JsonNode value = value(name);
    if (!value.isNumber()) {
      problems.add(path + name + " is " + kind(value) + ", not a number");
      return BigDecimal.ZERO;
    }
    BigDecimal number = value.decimalValue();
    if (number.precision() > Usage.DIGITS || Math.abs((long) number.scale()) > Usage.DIGITS) {
      problems.add(path + name + " has over " + Usage.DIGITS + " digits");
      return BigDecimal.ZERO;
    }
    return number;
  }

  /** Notes members that nobody has asked for. */
  void nothingElse() {
    List<String> more = new ArrayList<>();
    object.fieldNames().forEachRemaining(more::add);
    more.removeAll(known);
    if (!more.isEmpty()) {
      problems.add(path + " has " + more.size() + " members that the schema does not have");
    }
  }

  private JsonNode value(String name) {
    known.add(name);
    return object.path(name);
  }

  private static String kind(JsonNode value) {
    return value.isMissingNode()
        ? "missing"
        : "of kind " + value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
