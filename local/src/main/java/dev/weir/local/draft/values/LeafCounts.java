package dev.weir.local.draft.values;

import dev.weir.config.LogicalType;
import dev.weir.operators.decode.avro.JsonText;
import dev.weir.operators.rfc3339.Dates;
import dev.weir.operators.rfc3339.Times;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the single values of one field. Confined to one thread. */
public final class LeafCounts {

  /** From this share on the values are of a type; the others would be dead-lettered. */
  private static final double NEARLY_ALL = 0.95;

  private static final int LOOKED_AT = 20_000;
  private static final int ENOUGH_FOR_A_LENGTH = 20;
  private static final long YEAR = 365;
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

  private final String name;
  private final boolean typedByText;
  private final Map<LogicalType, Long> types = new EnumMap<>(LogicalType.class);
  private final Map<ValueKind, Long> kinds = new EnumMap<>(ValueKind.class);
  private final Distinct distinct = new Distinct();
  private long values;
  private long strings;
  private long localTimes;
  private long words;
  private long named;
  private int shortest = Integer.MAX_VALUE;
  private int longest;
  private long firstDay = Long.MAX_VALUE;
  private long lastDay = Long.MIN_VALUE;

  /**
   * @param name of the field, to see whether a file without a header row was taken for one with it
   * @param typedByText whether numbers and booleans are written as texts, as in CSV
   */
  public LeafCounts(String name, boolean typedByText) {
    this.name = name;
    this.typedByText = typedByText;
  }

  public void number(String digits) {
    count(INTEGER.matcher(digits).matches() ? LogicalType.INTEGER : LogicalType.NUMBER);
    looked(digits);
  }

  public void bool() {
    count(LogicalType.BOOLEAN);
  }

  public void string(String text) {
    strings++;
    int length = text.codePointCount(0, text.length());
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
    words += text.isBlank() ? 0 : text.strip().split("\\s+").length;
    named += text.equals(name) ? 1 : 0;
    count(type(text));
    looked(text);
  }

  private void count(LogicalType type) {
    values++;
    types.merge(type, 1L, Long::sum);
  }

  private void looked(String text) {
    distinct.add(text);
    if (values <= LOOKED_AT) {
      ValueKind.of(text).forEach(kind -> kinds.merge(kind, 1L, Long::sum));
    }
  }

  private LogicalType type(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    long day = Dates.day(utf8, 0, utf8.length);
    if (day != Dates.NONE) {
      firstDay = Math.min(firstDay, day);
      lastDay = Math.max(lastDay, day);
      return LogicalType.DATE;
    } else if (Times.millis(utf8, 0, utf8.length, null) != Dates.NONE) {
      return LogicalType.TIMESTAMP;
    } else if (Times.isTimeOfDay(utf8, 0, utf8.length)) {
      return LogicalType.TIME;
    }
    localTimes += Times.millis(utf8, 0, utf8.length, ZoneOffset.UTC) != Dates.NONE ? 1 : 0;
    return typedByText ? typeOfCell(text, utf8) : LogicalType.STRING;
  }

  private static LogicalType typeOfCell(String text, byte[] utf8) {
    if (INTEGER.matcher(text).matches()) {
      return LogicalType.INTEGER;
    } else if (JsonText.isNumber(utf8, 0, utf8.length)) {
      return LogicalType.NUMBER;
    }
    boolean bool = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    return bool ? LogicalType.BOOLEAN : LogicalType.STRING;
  }

  public long values() {
    return values;
  }

  /** The type that nearly all values are of; null if there is none, or no value. */
  public @Nullable LogicalType type() {
    for (LogicalType type :
        new LogicalType[] {
          LogicalType.DATE,
          LogicalType.TIMESTAMP,
          LogicalType.TIME,
          LogicalType.BOOLEAN,
          LogicalType.INTEGER,
          LogicalType.NUMBER
        }) {
      if (nearlyAll(fitting(type))) {
        return type;
      }
    }
    return nearlyAll(fitting(LogicalType.STRING)) ? LogicalType.STRING : null;
  }

  private boolean nearlyAll(long count) {
    return count > 0 && count >= values * NEARLY_ALL;
  }

  /** How many values decode as the type: every integer as a number, every text as a string. */
  public long fitting(LogicalType type) {
    return switch (type) {
      case NUMBER -> of(LogicalType.NUMBER) + of(LogicalType.INTEGER);
      case STRING -> strings;
      default -> of(type);
    };
  }

  private long of(LogicalType type) {
    return types.getOrDefault(type, 0L);
  }

  /** Whether the texts are times that do not say in which zone. */
  public boolean localTimes() {
    return nearlyAll(localTimes);
  }

  /** The one length of all texts, in code points; null if they differ or are few. */
  public @Nullable Integer length() {
    boolean one = shortest == longest && longest > 0 && strings >= ENOUGH_FOR_A_LENGTH;
    return one && strings == values ? longest : null;
  }

  /** How many texts are the field's own name. */
  public long named() {
    return named;
  }

  public Evidence evidence() {
    Map<ValueKind, Double> shares = new EnumMap<>(ValueKind.class);
    double looked = Math.min(values, LOOKED_AT);
    kinds.forEach((kind, count) -> shares.put(kind, count / looked));
    boolean decades = of(LogicalType.DATE) > 1 && lastDay - firstDay > 15 * YEAR;
    double mean = strings == 0 ? 0 : (double) words / strings;
    return new Evidence(values, distinct.count(), shares, mean, longest, decades, false);
  }
}
