package dev.weir.operators.treat.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to trees by Jackson, made as strict as RFC 8259 in UTF-8: the JDK checks the encoding, and
 * there is no byte order mark and no other encoding to be guessed from zeros.
 */
final class StrictJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  /** The one value that the bytes are; null if they are none, or it is nested deeper than that. */
  @Nullable Tree parse(byte[] bytes, int maxDepth) {
    if (!isText(bytes)) {
      return null;
    }
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      Tree tree = parser.nextToken() == null ? null : value(parser, bytes, maxDepth);
      return tree == null || parser.nextToken() != null ? null : tree;
    } catch (JsonProcessingException bad) {
      return null;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private boolean isText(byte[] bytes) {
    boolean mark = bytes.length > 2 && bytes[0] == (byte) 0xef;
    for (byte b : bytes) {
      if (b == 0) {
        return false;
      }
    }
    try {
      utf8.decode(ByteBuffer.wrap(bytes));
      return !mark;
    } catch (CharacterCodingException bad) {
      return false;
    }
  }

  private static @Nullable Tree value(JsonParser parser, byte[] bytes, int maxDepth)
      throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> maxDepth == 0 ? null : object(parser, bytes, maxDepth - 1);
      case START_ARRAY -> maxDepth == 0 ? null : array(parser, bytes, maxDepth - 1);
      case VALUE_STRING -> string(parser, bytes);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Tree.Kind.NUMBER, parser);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Tree.Kind.BOOLEAN, parser);
      case VALUE_NULL -> scalar(Tree.Kind.NULL, parser);
      default -> null;
    };
  }

  private static @Nullable Tree object(JsonParser parser, byte[] bytes, int maxDepth)
      throws IOException {
    List<Tree.Member> members = new ArrayList<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      Tree value = value(parser, bytes, maxDepth);
      if (value == null) {
        return null;
      }
      members.add(new Tree.Member(name, value));
    }
    return parser.currentToken() == JsonToken.END_OBJECT ? new Tree.Obj(members) : null;
  }

  private static @Nullable Tree array(JsonParser parser, byte[] bytes, int maxDepth)
      throws IOException {
    List<Tree> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Tree item = parser.currentToken() == null ? null : value(parser, bytes, maxDepth);
      if (item == null) {
        return null;
      }
      items.add(item);
    }
    return new Tree.Arr(items);
  }

  private static Tree scalar(Tree.Kind kind, JsonParser parser) throws IOException {
    String text = parser.getText();
    return new Tree.Scalar(kind, text, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Tree string(JsonParser parser, byte[] bytes) throws IOException {
    String text = parser.getText(); // reads it to its end
    int from = (int) parser.currentTokenLocation().getByteOffset();
    int to = (int) parser.currentLocation().getByteOffset();
    if (bytes[from] != '"' || bytes[to - 1] != '"') {
      throw new IllegalStateException("Jackson tells other places than it did");
    }
    return new Tree.Scalar(Tree.Kind.STRING, text, Arrays.copyOfRange(bytes, from, to));
  }
}
