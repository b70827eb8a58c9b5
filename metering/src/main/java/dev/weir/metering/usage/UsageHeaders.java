package dev.weir.metering.usage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Usage events in binary mode (Kafka protocol binding for CloudEvents 1.0.2, section 3.2): an
 * attribute is the header {@code ce_<name>} in UTF-8, {@code datacontenttype} the header {@code
 * content-type}, the value is the data.
 */
public final class UsageHeaders {

  private static final String PREFIX = "ce_";
  private static final String CONTENT_TYPE = "content-type";
  private static final String DATA_CONTENT_TYPE = "datacontenttype";

  private UsageHeaders() {}

  /** The record's headers. */
  public static SortedMap<String, String> of(UsageEvent event) {
    SortedMap<String, String> headers = new TreeMap<>();
    Attributes.of(event).forEach((name, value) -> headers.put(header(name), value));
    return headers;
  }

  /** The record's value. */
  public static byte[] value(UsageEvent event) {
    return UsageJson.bytes(json -> UsageData.write(event.data(), json));
  }

  /**
   * The event of a record. Headers that are no attributes of CloudEvents are not looked at.
   *
   * @throws UsageFormatException if it is no usage event; names all that is wrong, and no value
   */
  public static UsageEvent read(Map<String, String> headers, byte[] value)
      throws UsageFormatException {
    List<String> problems = new ArrayList<>();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    headers.forEach((name, text) -> attribute(event, name, text));
    event.set("data", UsageJson.tree(value));
    Members members = new Members(event, problems);
    Metered metered = UsageData.read(members.inside("data"), problems);
    return Attributes.read(members, members.has("corrects"), metered, problems);
  }

  private static void attribute(ObjectNode event, String header, String text) {
    if (header.equals(CONTENT_TYPE)) {
      event.put(DATA_CONTENT_TYPE, text);
    } else if (header.startsWith(PREFIX)) {
      event.put(header.substring(PREFIX.length()), text);
    }
  }

  private static String header(String attribute) {
    return attribute.equals(DATA_CONTENT_TYPE) ? CONTENT_TYPE : PREFIX + attribute;
  }
}
