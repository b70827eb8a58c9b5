package dev.weir.local.preview;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.config.FieldPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a JSON object as text, under their paths, in the order in which they stand. */
public final class JsonLeaves {

  private final byte[] json;
  private final Map<String, String> leaves = new LinkedHashMap<>();

  private JsonLeaves(byte[] json) {
    this.json = json;
  }

  /**
   * Each value under its path; an array is one value. Digits stay as they are written.
   *
   * @throws IOException if it is not one JSON object; the message may hold data
   */
  public static Map<String, String> of(byte[] json) throws IOException {
    JsonLeaves found = new JsonLeaves(json);
    try (JsonParser parser = ExactJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      found.object(parser, null);
    }
    return found.leaves;
  }

  private void object(JsonParser parser, @Nullable FieldPath above) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      FieldPath path = above == null ? FieldPath.of(name) : above.then(name);
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        object(parser, path);
      } else {
        leaves.put(path.toString(), text(parser));
      }
    }
  }

  private String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return parser.getText();
    }
    int from = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int to = (int) parser.currentLocation().getByteOffset();
    return new String(json, from, to - from, StandardCharsets.UTF_8);
  }
}
