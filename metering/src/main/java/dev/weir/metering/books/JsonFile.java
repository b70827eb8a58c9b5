package dev.weir.metering.books;

import com.fasterxml.jackson.core.JsonProcessingException;
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
   * @throws BooksException if a member is missing, or there is one that this build does not know
   */
  static <T> T read(Path file, Class<T> type) throws IOException {
    byte[] written = Files.readAllBytes(file);
    try {
      return EntryJson.JSON.readValue(written, type);
    } catch (JsonProcessingException wrong) {
      throw new BooksException(file, "is not as this build writes it. Restore it from a backup");
    }
  }
}
