package dev.weir.local.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of released rows, a JSON object each line, as {@code weir run} writes it. */
public record ReleasedFile(Path path) {

  private static final JsonMapper JSON = new JsonMapper();

  /** A line is none. */
  public static final class NotARowException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says where, and nothing of what stands there. */
    NotARowException(Path file, long line) {
      super(file + ":" + line + " is no JSON object");
    }
  }

  /**
   * Reads all; blank lines are nothing.
   *
   * @throws NotARowException if a line is none
   */
  public void read(Consumer<JsonNode> each) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          each.accept(row(line, number));
        }
      }
    }
  }

  private JsonNode row(String line, long number) throws NotARowException {
    try {
      JsonNode row = JSON.readTree(line);
      if (row.isObject()) {
        return row;
      }
    } catch (JsonProcessingException quotesTheLine) {
      throw new NotARowException(path, number);
    }
    throw new NotARowException(path, number);
  }
}
