package dev.weir.config.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.yaml.YamlNode.Kind;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes: {@code 1048576}, {@code 1MiB} (2²⁰), {@code 10GB} (10¹⁰). */
public final class Sizes {

  private static final String WRITTEN = "([0-9]+)(B|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)?";
  private static final Pattern PATTERN = Pattern.compile(WRITTEN);
  private static final List<String> THOUSANDS = List.of("B", "KB", "MB", "GB", "TB");

  private static final Map<String, Integer> BINARY = Map.of("KiB", 1, "MiB", 2, "GiB", 3, "TiB", 4);

  private Sizes() {}

  /** Bytes, at least 1 and at most that many. */
  public static Scalar<Long> upTo(long most) {
    return new Scalar<>(
        "a size, as 1MiB (2^20 bytes) or 10GB (10^10)",
        Set.of(Kind.STRING, Kind.INTEGER),
        text -> bytes(text, most),
        schema());
  }

  private static ObjectNode schema() {
    return Json.any(
        List.of(Json.type("integer").put("minimum", 1), Json.pattern("^" + WRITTEN + "$")));
  }

  private static long bytes(String text, long most) throws Misfit {
    Matcher size = PATTERN.matcher(text);
    if (!size.matches()) {
      throw new Misfit(
          BindRule.MALFORMED, "This is no size", "Write bytes, or a unit with them: 1MiB, 10GB");
    }
    String unit = size.group(2) == null ? "B" : size.group(2);
    BigInteger bytes = new BigInteger(size.group(1)).multiply(factor(unit));
    if (bytes.signum() == 0 || bytes.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new Misfit(
          BindRule.OUT_OF_RANGE, "The size is out of range", "Write 1 to " + most + " bytes");
    }
    return bytes.longValueExact();
  }

  private static BigInteger factor(String unit) {
    Integer binary = BINARY.get(unit);
    return binary != null
        ? BigInteger.ONE.shiftLeft(10 * binary)
        : BigInteger.TEN.pow(3 * THOUSANDS.indexOf(unit.toUpperCase(Locale.ROOT)));
  }
}
