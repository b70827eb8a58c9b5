package dev.weir.metering.usage;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The context attributes of a usage event (CloudEvents 1.0.2, "Context Attributes"), by name.
 * {@code subject} is the partner, {@code time} the window's start, so that a consumer that sorts
 * events into windows of its own by time puts it into the right one.
 */
final class Attributes {

  private static final String JSON = "application/json";

  private Attributes() {}

  static SortedMap<String, String> of(UsageEvent event) {
    SortedMap<String, String> attributes = new TreeMap<>();
    attributes.put("specversion", UsageEvent.SPEC_VERSION);
    attributes.put("id", event.id());
    attributes.put("source", event.source());
    attributes.put("type", UsageEvent.TYPE);
    attributes.put("subject", event.data().partner());
    attributes.put("time", event.data().window().from().toString());
    attributes.put("datacontenttype", JSON);
    attributes.put("dataschema", UsageEvent.SCHEMA);
    if (event.corrects() != null) {
      attributes.put("corrects", event.corrects());
    }
    return attributes;
  }

  /**
   * The event of attributes and data. Attributes that Weir does not know are let pass, as
   * CloudEvents asks of its readers.
   *
   * @param corrects whether the attribute is there
   */
  static UsageEvent read(
      Members attributes, boolean corrects, @Nullable Metered data, List<String> problems)
      throws UsageFormatException {
    fixed(attributes, "specversion", UsageEvent.SPEC_VERSION, problems);
    fixed(attributes, "type", UsageEvent.TYPE, problems);
    fixed(attributes, "datacontenttype", JSON, problems);
    fixed(attributes, "dataschema", UsageEvent.SCHEMA, problems);
    String source = attributes.text("source", text -> text);
    String id = attributes.text("id", text -> text);
    String mended = corrects ? attributes.text("corrects", text -> text) : null;
    if (data != null) {
      fixed(attributes, "subject", data.partner(), problems);
      fixed(attributes, "time", data.window().from().toString(), problems);
    }
    UsageEvent event =
        source == null || id == null || data == null
            ? null
            : made(() -> new UsageEvent(source, id, mended, data), problems);
    if (event == null || !problems.isEmpty()) {
      throw new UsageFormatException(problems);
    }
    return event;
  }

  private static void fixed(Members in, String name, String is, List<String> problems) {
    String text = in.text(name, written -> written);
    if (text != null && !Objects.equals(text, is)) {
      problems.add(name + " is not what a usage event of this data has");
    }
  }

  /** Null where a record refuses its parts, which is noted; its words repeat no value. */
  static <T> @Nullable T made(Supplier<T> record, List<String> problems) {
    try {
      return record.get();
    } catch (IllegalArgumentException wrong) {
      problems.add(String.valueOf(wrong.getMessage()));
      return null;
    }
  }
}
