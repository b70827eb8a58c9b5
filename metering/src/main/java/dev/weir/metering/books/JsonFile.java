package dev.weir.metering.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are one JSON object. */
final class JsonFile {

  private JsonFile() {}

  static byte[] bytes(Object value) throws JsonProcessingException {
    return EntryJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
  }

  /**
   * @throws BooksException if it is of another version, a member is missing, or there is one that
   *     this build does not know
   */
  static <T> T read(Path file, Class<T> type) throws IOException {
    byte[] written = Files.readAllBytes(file);
    try {
      JsonNode tree = EntryJson.JSON.readTree(written);
      if (tree.path("version").asInt(-1) == EntryJson.VERSION) {
        return EntryJson.JSON.treeToValue(tree, type);
      }
    } catch (JsonProcessingException wrong) {
      // said below; what it says may hold a value
    }
    throw new BooksException(
        file, "is not of version 1 as this build writes it. Restore it, or take a newer build");
  }
}
