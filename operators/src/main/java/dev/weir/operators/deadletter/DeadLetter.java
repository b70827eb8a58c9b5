package dev.weir.operators.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as {@link DeadLetterWriter} has written it.
 *
 * @param stage that refused the record: {@code decode}, {@code treat}
 * @param reason by its word
 * @param field null: the whole record
 * @param agreement {@code id@version}; null, and {@code release} with it: every release of the
 *     product
 * @param plan the digest of the release's plan, or of all, apart by spaces
 * @param payload the sealed record; null: there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetter(
    LetterSource source,
    String stage,
    String reason,
    @Nullable String field,
    @Nullable String agreement,
    @Nullable String release,
    String plan,
    byte @Nullable [] payload) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Reads one; empty if it is none. */
  public static Optional<DeadLetter> read(byte[] json) {
    try {
      JsonNode letter = JSON.readTree(json);
      return Optional.of(of(letter));
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static DeadLetter of(JsonNode letter) {
    String agreement = text(letter, "agreement");
    String release = text(letter, "release");
    String payload = text(letter, "payload");
    if ((agreement == null) != (release == null)) {
      throw new IllegalArgumentException("an agreement goes with a release");
    }
    return new DeadLetter(
        source(letter.path("source")),
        required(letter, "stage"),
        required(letter, "reason"),
        text(letter, "field"),
        agreement,
        release,
        required(letter, "plan"),
        payload == null ? null : Base64.getDecoder().decode(payload));
  }

  private static LetterSource source(JsonNode source) {
    boolean file = source.has("file");
    return new LetterSource(
        file,
        required(source, file ? "file" : "topic"),
        file ? 0 : Math.toIntExact(number(source, "partition")),
        number(source, file ? "line" : "offset"));
  }

  private static long number(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
      throw new IllegalArgumentException("a place is counted");
    }
    return value.asLong();
  }

  private static String required(JsonNode object, String name) {
    String value = text(object, name);
    if (value == null) {
      throw new IllegalArgumentException("a part is missing");
    }
    return value;
  }

  private static @Nullable String text(JsonNode object, String name) {
    return object.path(name).isTextual() ? object.path(name).asText() : null;
  }

  /** The agreement's id; null as {@link #agreement} is. */
  public @Nullable String agreementId() {
    return agreement == null ? null : agreement.replaceFirst("@[^@]*\\z", "");
  }

  /** Where and why; never the payload. */
  @Override
  public String toString() {
    return "DeadLetter[" + source + ", " + reason + "]";
  }
}
