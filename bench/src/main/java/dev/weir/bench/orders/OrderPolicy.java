package dev.weir.bench.orders;

import dev.weir.tokenization.TokenBinding;
import java.util.List;

/** What the partner gets, in words that the naive jobs and the plan share. */
public final class OrderPolicy {

  public static final String PARTNER = "acme";

  /** Replaced by tokens that the owner of the key can reverse. */
  public static final List<String> TOKENS = List.of("user_id", "name", "email", "phone");

  /** Whose token is the Kafka key. */
  public static final String SUBJECT = "user_id";

  public static final List<String> DROPPED = List.of("gender", "ip");

  public static final String BIRTH_DATE = "birth_date";
  public static final int YEAR_LENGTH = 4;

  public static final String ZIP = "zip";
  public static final int ZIP_LENGTH = 2;

  static final String PRODUCT = "orders";
  static final String SCHEME = "deterministic";
  static final String SCOPE = "agreement:acme-orders";

  private OrderPolicy() {}

  /** What a field's tokens are bound to: the associated data of AES-SIV. */
  public static TokenBinding binding(String field) {
    return new TokenBinding(SCHEME, SCOPE, domain(field));
  }

  static String domain(String field) {
    return PRODUCT + "/" + field;
  }
}
