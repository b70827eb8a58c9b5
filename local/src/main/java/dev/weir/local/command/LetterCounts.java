package dev.weir.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.local.terminal.TextTable;
import dev.weir.operators.deadletter.DeadLetter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Dead letters counted by what they have in common. */
final class LetterCounts {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String EVERY = "(every)";

  /** Texts are empty where the letter says nothing. */
  private record Kind(String reason, String field, String agreement, String release, String stage) {

    static Kind of(DeadLetter letter) {
      return new Kind(
          letter.reason(),
          said(letter.field()),
          said(letter.agreement()),
          said(letter.release()),
          letter.stage());
    }

    private static String said(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  private static final class Count {
    private long letters;
    private long withPayload;
  }

  private final Map<Kind, Count> kinds =
      new TreeMap<>(
          Comparator.comparing(Kind::reason)
              .thenComparing(Kind::field)
              .thenComparing(Kind::agreement)
              .thenComparing(Kind::release)
              .thenComparing(Kind::stage));

  void add(DeadLetter letter) {
    Count count = kinds.computeIfAbsent(Kind.of(letter), kind -> new Count());
    count.letters++;
    count.withPayload += letter.payload() == null ? 0 : 1;
  }

  long letters() {
    return kinds.values().stream().mapToLong(count -> count.letters).sum();
  }

  List<String> table() {
    TextTable table =
        new TextTable(
            "reason", "field", "agreement", "release", "found in", "letters", "with payload");
    kinds.forEach(
        (kind, count) ->
            table.row(
                kind.reason(),
                kind.field(),
                kind.agreement().isEmpty() ? EVERY : kind.agreement(),
                kind.release().isEmpty() ? EVERY : kind.release(),
                kind.stage(),
                count.letters,
                count.withPayload));
    return table.lines();
  }

  /** Names that a letter does not say are left out. */
  String json(long unreadable) {
    ObjectNode all = JSON.createObjectNode();
    all.put("letters", letters());
    all.put("unreadable", unreadable);
    ArrayNode counts = all.putArray("counts");
    kinds.forEach(
        (kind, count) -> {
          ObjectNode one = counts.addObject();
          put(one, "reason", kind.reason());
          put(one, "field", kind.field());
          put(one, "agreement", kind.agreement());
          put(one, "release", kind.release());
          put(one, "stage", kind.stage());
          one.put("letters", count.letters);
          one.put("withPayload", count.withPayload);
        });
    return all.toString();
  }

  private static void put(ObjectNode object, String name, String text) {
    if (!text.isEmpty()) {
      object.put(name, text);
    }
  }
}
