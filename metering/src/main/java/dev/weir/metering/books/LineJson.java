package dev.weir.metering.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.metering.rating.RatedLine;

/** A line of charges as the books write it: {@code docs/finance.md}. */
public final class LineJson {

  private LineJson() {}

  /** As a tree. */
  public static JsonNode tree(RatedLine line) {
    return EntryJson.JSON.valueToTree(LineForm.of(line));
  }

  /** As a text. */
  public static String write(RatedLine line) {
    try {
      return EntryJson.JSON.writeValueAsString(LineForm.of(line));
    } catch (JsonProcessingException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /**
   * @throws IllegalArgumentException if it is no line; repeats nothing of it
   */
  public static RatedLine read(JsonNode tree) {
    try {
      return EntryJson.JSON.treeToValue(tree, LineForm.class).line();
    } catch (JsonProcessingException | RuntimeException wrong) {
      throw new IllegalArgumentException("is no line of charges");
    }
  }

  /**
   * @throws IllegalArgumentException if it is no line; repeats nothing of it
   */
  public static RatedLine read(String text) {
    try {
      return read(EntryJson.JSON.readTree(text));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("is no line of charges");
    }
  }
}
