package dev.weir.operators.control;

import dev.weir.operators.state.ControlEntryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link ControlState} as entries, and back: for ever. */
final class ControlEntries {

  private static final String OFFSET = "offset";
  private static final String CLOCK = "clock";
  private static final String SEQUENCE = "sequence";
  private static final String VERSION = "version";
  private static final String DISABLED = "disabled";
  private static final String DESTROYED = "destroyed";

  private ControlEntries() {}

  static List<ControlEntryState> of(ControlState state) {
    List<ControlEntryState> entries = new ArrayList<>();
    entries.add(number(OFFSET, state.boundary().offset()));
    entries.add(number(CLOCK, state.boundary().clock()));
    entries.add(number(SEQUENCE, state.sequence()));
    add(VERSION, state.versions(), entries);
    add(DISABLED, state.disabled(), entries);
    add(DESTROYED, state.destroyed(), entries);
    return entries;
  }

  private static ControlEntryState number(String kind, long value) {
    return new ControlEntryState(kind, "", Long.toString(value));
  }

  private static void add(
      String kind, Map<String, String> values, List<ControlEntryState> entries) {
    new TreeMap<>(values)
        .forEach((name, value) -> entries.add(new ControlEntryState(kind, name, value)));
  }

  /**
   * The state of those entries; {@link ControlState#NONE} of none.
   *
   * @throws IllegalStateException if a newer build has written what this one does not know: to pass
   *     over it might bring back what was forbidden
   */
  static ControlState state(Iterable<ControlEntryState> entries) {
    Map<String, Map<String, String>> values = new TreeMap<>();
    for (ControlEntryState entry : entries) {
      values
          .computeIfAbsent(entry.kind(), kind -> new TreeMap<>())
          .put(entry.name(), entry.value());
    }
    ControlState state =
        new ControlState(
            new Boundary(number(values, OFFSET), number(values, CLOCK)),
            number(values, SEQUENCE),
            take(values, VERSION),
            take(values, DISABLED),
            take(values, DESTROYED));
    if (!values.isEmpty()) {
      throw new IllegalStateException(
          "the state holds commands of a newer Weir (" + values.keySet() + "); start that one");
    }
    return state;
  }

  private static long number(Map<String, Map<String, String>> values, String kind) {
    return Long.parseLong(take(values, kind).getOrDefault("", "0"));
  }

  private static Map<String, String> take(Map<String, Map<String, String>> values, String kind) {
    Map<String, String> taken = values.remove(kind);
    return taken == null ? Map.of() : taken;
  }
}
