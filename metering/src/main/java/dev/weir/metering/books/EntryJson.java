package dev.weir.metering.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Reopening;

/**
 * Entries of the ledger as JSON, a line each: {@code docs/finance.md}. There is one way to write an
 * entry, and only that is read: a line with another member, order, space or way to write a number
 * is refused, so that nothing in the books is there unread. Numbers that are money or exact
 * decimals are texts.
 */
public final class EntryJson {

  /** What this build writes; it reads all up to it. */
  static final int VERSION = 1;

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private EntryJson() {}

  /** The line, without its end. */
  public static String write(Entry entry) {
    try {
      return JSON.writeValueAsString(form(entry));
    } catch (JsonProcessingException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  private static Object form(Entry entry) {
    if (entry instanceof Charge charge) {
      return ChargeForm.of(charge);
    } else if (entry instanceof Credit credit) {
      return CreditForm.of(credit);
    } else if (entry instanceof Closing closing) {
      return ClosingForm.of(closing);
    }
    return ReopeningForm.of((Reopening) entry);
  }

  /**
   * @throws BooksException if it is no entry as this or an earlier build writes it; says which part
   *     of that is wrong, and no value
   */
  public static Entry read(String line) throws BooksException {
    try {
      JsonNode tree = JSON.readTree(line);
      if (tree.path("version").asInt(-1) != VERSION) {
        throw new BooksException("is an entry of another version than " + VERSION);
      }
      Entry entry = entry(tree);
      if (!write(entry).equals(line)) {
        throw new BooksException("is not written as the books write an entry");
      }
      return entry;
    } catch (JsonProcessingException | RuntimeException wrong) {
      throw new BooksException("is no entry of the books");
    }
  }

  private static Entry entry(JsonNode tree) throws JsonProcessingException, BooksException {
    return switch (tree.path("entry").asText("")) {
      case ChargeForm.KIND -> JSON.treeToValue(tree, ChargeForm.class).toEntry();
      case CreditForm.KIND -> JSON.treeToValue(tree, CreditForm.class).toEntry();
      case ClosingForm.KIND -> JSON.treeToValue(tree, ClosingForm.class).toEntry();
      case ReopeningForm.KIND -> JSON.treeToValue(tree, ReopeningForm.class).toEntry();
      default -> throw new BooksException("is an entry of a kind that this build does not know");
    };
  }
}
