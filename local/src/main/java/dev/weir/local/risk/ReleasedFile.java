package dev.weir.local.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.config.FieldPath;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of released rows, a JSON object each line, as {@code weir run} writes it.
 *
 * @param shape of its rows
 */
public record ReleasedFile(Path path, RowShape shape) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // what differs, is told apart
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  /** A line is none. */
  public static final class NotARowException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says where and why, and nothing of what stands there. */
    NotARowException(Path file, long line, String why) {
      super(file + ":" + line + " " + why);
    }
  }

  /**
   * Reads all; blank lines are nothing.
   *
   * @throws NotARowException if a line is no row of the release
   */
  public void read(Consumer<JsonNode> each) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long number = 1;
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          line(line, number++, each);
        } else {
          line.write(next);
        }
      }
      line(line, number, each);
    }
  }

  private void line(ByteArrayOutputStream bytes, long number, Consumer<JsonNode> each)
      throws NotARowException {
    String line = text(bytes.toByteArray(), number);
    bytes.reset();
    if (!line.isBlank()) {
      each.accept(row(line, number));
    }
  }

  private String text(byte[] bytes, long number) throws NotARowException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new NotARowException(path, number, "is not UTF-8");
    }
  }

  private JsonNode row(String line, long number) throws NotARowException {
    JsonNode row = json(line, number);
    if (!row.isObject()) {
      throw new NotARowException(path, number, "is no JSON object");
    } else if (!shape.fits(row)) {
      throw new NotARowException(
          path, number, "is no row of the release: it has none of its fields, or others too");
    }
    Optional<FieldPath> misshapen = shape.misshapen(row);
    if (misshapen.isPresent()) {
      throw new NotARowException(
          path,
          number,
          "is no row of the release: "
              + misshapen.get()
              + " is missing, or stands there in another form than it leaves in");
    }
    return row;
  }

  private JsonNode json(String line, long number) throws NotARowException {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException quotesTheLine) {
      throw new NotARowException(path, number, "is no JSON object");
    }
  }
}
