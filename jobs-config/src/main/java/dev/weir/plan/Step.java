package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A treatment with everything resolved: what the compiled hot path is made from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Step.Keep.class, name = "keep"),
  @JsonSubTypes.Type(value = Step.Redact.class, name = "redact"),
  @JsonSubTypes.Type(value = Step.Mask.class, name = "mask"),
  @JsonSubTypes.Type(value = Step.Truncate.class, name = "truncate"),
  @JsonSubTypes.Type(value = Step.Round.class, name = "round"),
  @JsonSubTypes.Type(value = Step.Bucket.class, name = "bucket"),
  @JsonSubTypes.Type(value = Step.Shift.class, name = "shift"),
  @JsonSubTypes.Type(value = Step.Replace.class, name = "replace"),
  @JsonSubTypes.Type(value = Step.Tokenize.class, name = "tokenize"),
  @JsonSubTypes.Type(value = Step.Generalize.class, name = "generalize"),
  @JsonSubTypes.Type(value = Step.CohortToken.class, name = "cohort-token"),
  @JsonSubTypes.Type(value = Step.Statistic.class, name = "statistic")
})
public sealed interface Step extends Serializable {

  /**
   * Nothing of any one record.
   *
   * @param told what it is, for its reader
   */
  record Statistic(String told) implements Step {}

  /** The source's bytes. */
  record Keep() implements Step {}

  /**
   * @param json the constant as JSON text, {@code null} among them
   */
  record Redact(String json) implements Step {}

  /** See {@link dev.weir.config.agreement.Treatment.Mask}. */
  record Mask(int keepFirst, int keepLast, String with, @Nullable Integer length) implements Step {}

  record Truncate(int length) implements Step {}

  record Round(TimeUnit unit, @Nullable String zone) implements Step {}

  record Bucket(BigDecimal width) implements Step {}

  /**
   * @param key name of the partner's key that the number of days is drawn with
   * @param context {@code weir/1}, {@code shift}, {@code agreement:<id>}: the PRF's prefix, to
   *     which the subject is added
   */
  record Shift(int maxDays, @Nullable String zone, KeyRef key, TokenContext context)
      implements Step {}

  /**
   * @param table the file as the agreement names it
   * @param digest SHA-256 of the file, hex: another table is another plan
   * @param rows from source value to what leaves; not printed, for the left column is data
   * @param otherwise for values without a row; null: dead-lettered
   */
  record Replace(
      String table, String digest, @JsonIgnore Map<String, String> rows, @Nullable String otherwise)
      implements Step {
    public Replace {
      rows = Map.copyOf(rows);
    }

    /** Without the rows, whose left column is data. */
    @Override
    public String toString() {
      return "Replace[" + table + ", " + digest + "]";
    }
  }

  /**
   * @param pad bytes that a value is padded to before it is encrypted; null: not padded
   * @param format what a format-preserving token keeps; null for other schemes
   * @param remember how long a value keeps its random token, from when it was drawn; an ISO 8601
   *     period or duration; null for other schemes
   * @param subjectKeys topic that the wrapped keys of subjects go to, on which the token depends;
   *     null: it depends on none
   */
  record Tokenize(
      TokenScheme scheme,
      KeyRef key,
      TokenContext context,
      @Nullable Integer pad,
      @Nullable TokenFormat format,
      @Nullable String remember,
      @Nullable String subjectKeys)
      implements Step {

    /** A token without a format. */
    public Tokenize(TokenScheme scheme, KeyRef key, TokenContext context, @Nullable Integer pad) {
      this(scheme, key, context, pad, null);
    }

    /** A token that is computed, not remembered. */
    public Tokenize(
        TokenScheme scheme,
        KeyRef key,
        TokenContext context,
        @Nullable Integer pad,
        @Nullable TokenFormat format) {
      this(scheme, key, context, pad, format, null, null);
    }
  }

  /** The smallest public set around the values of a crowd. */
  record Generalize(Generalization to) implements Step {}

  /** A token that is bound to the crowd in which the value leaves. */
  record CohortToken(KeyRef key, TokenContext context) implements Step {}

  /**
   * The format of a format-preserving token.
   *
   * @param alphabet its characters, each once, in the order that numbers them
   * @param keepFirst characters that leave as they are at the beginning, {@code keepLast} at the
   *     end
   * @param luhn whether values have, and tokens get, a Luhn check digit
   */
  record TokenFormat(String alphabet, int keepFirst, int keepLast, boolean luhn)
      implements Serializable {}

  /**
   * A key by name.
   *
   * @param partner whose key
   * @param use {@code deterministic}, {@code one-way}, {@code format-preserving}, {@code shift},
   *     {@code random}: which of its keys
   */
  record KeyRef(String partner, String use) implements Serializable {
    @Override
    public String toString() {
      return partner + "/" + use;
    }
  }

  /**
   * What a token is bound to: the parts that, each with its length before it, make the associated
   * data (or the PRF's prefix), in the order of the language's section 3.
   *
   * @param scope {@code agreement:<id>} or {@code partner:<id>}
   * @param domain default {@code <product id>/<path>}
   */
  record TokenContext(String scheme, String scope, String domain) implements Serializable {}
}
