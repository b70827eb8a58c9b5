package dev.weir.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Alphabet;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.TokenScope;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.document.Document;
import dev.weir.config.product.Product;
import dev.weir.config.product.Property;
import dev.weir.config.table.ReplaceTable;
import dev.weir.config.table.TableException;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resolves the treatments of one agreement. */
final class Steps {

  private static final String SHIFT = "shift";
  private static final String COHORT = "cohort";

  private final Product product;
  private final Document<Agreement> document;
  private final String subjectKeys;

  /**
   * @param subjectKeys topic of the wrapped keys of subjects
   */
  Steps(Product product, Document<Agreement> document, String subjectKeys) {
    this.product = product;
    this.document = document;
    this.subjectKeys = subjectKeys;
  }

  Step of(FieldPath path, Property property, Treatment treatment) {
    if (treatment instanceof Treatment.Keep) {
      return new Step.Keep();
    } else if (treatment instanceof Treatment.Redact redact) {
      return new Step.Redact(json(redact.with()));
    } else if (treatment instanceof Treatment.Mask mask) {
      return new Step.Mask(mask.keepFirst(), mask.keepLast(), mask.with(), mask.length());
    } else if (treatment instanceof Treatment.Truncate truncate) {
      return new Step.Truncate(truncate.length());
    } else if (treatment instanceof Treatment.Bucket bucket) {
      return new Step.Bucket(bucket.width());
    } else if (treatment instanceof Treatment.Round round) {
      return new Step.Round(round.unit(), property.zone());
    }
    return byTableOrKey(path, property, treatment);
  }

  private Step byTableOrKey(FieldPath path, Property property, Treatment treatment) {
    if (treatment instanceof Treatment.Shift shift) {
      Step.TokenContext context = new Step.TokenContext(SHIFT, agreementScope(), "");
      return new Step.Shift(shift.maxDays(), property.zone(), key(SHIFT), context);
    } else if (treatment instanceof Treatment.Replace replace) {
      return replace(replace);
    } else if (treatment instanceof Treatment.Tokenize tokenize) {
      return tokenize.scheme() == null ? cohortToken(path) : token(path, tokenize);
    } else if (treatment instanceof Treatment.Generalize generalize) {
      return new Step.Generalize(new Generalizations(document).of(property, generalize));
    }
    throw new IllegalArgumentException(path + ": a record's field is not treated so");
  }

  private Step replace(Treatment.Replace replace) {
    try {
      ReplaceTable table = ReplaceTable.read(document.resolve(replace.table()));
      return new Step.Replace(replace.table(), table.digest(), table.rows(), replace.otherwise());
    } catch (TableException bad) {
      throw new IllegalArgumentException(replace.table() + ": " + bad.getMessage(), bad);
    }
  }

  /** Nobody turns it back: it is a PRF, whose key is that of one-way tokens. */
  private Step cohortToken(FieldPath path) {
    Step.TokenContext context =
        new Step.TokenContext(COHORT, agreementScope(), product.id() + "/" + path);
    return new Step.CohortToken(key(TokenScheme.ONE_WAY.word()), context);
  }

  private Step token(FieldPath path, Treatment.Tokenize tokenize) {
    TokenScheme scheme = Objects.requireNonNull(tokenize.scheme());
    boolean joined = tokenize.scope() == TokenScope.PARTNER;
    String scope = joined ? "partner:" + partner() : agreementScope();
    String domain = tokenize.domain() == null ? product.id() + "/" + path : tokenize.domain();
    Step.TokenContext context = new Step.TokenContext(scheme.word(), scope, domain);
    return new Step.Tokenize(
        scheme,
        key(scheme.word()),
        context,
        tokenize.pad(),
        format(scheme, tokenize),
        remember(scheme, tokenize),
        tokenize.erasable() ? subjectKeys : null);
  }

  /** With the agreement's retention the partner has no token longer than Weir remembers it. */
  private @Nullable String remember(TokenScheme scheme, Treatment.Tokenize tokenize) {
    if (scheme != TokenScheme.RANDOM || tokenize.remember() != null) {
      return tokenize.remember();
    }
    return Objects.requireNonNull(document.value().retention(), "retention").toString();
  }

  private static Step.@Nullable TokenFormat format(
      TokenScheme scheme, Treatment.Tokenize tokenize) {
    return scheme != TokenScheme.FORMAT_PRESERVING
        ? null
        : new Step.TokenFormat(
            Alphabet.characters(tokenize.alphabet()),
            tokenize.keepFirst(),
            tokenize.keepLast(),
            tokenize.check() != null);
  }

  private Step.KeyRef key(String use) {
    return new Step.KeyRef(partner(), use);
  }

  private String partner() {
    return document.value().partner().id();
  }

  private String agreementScope() {
    return "agreement:" + document.value().id();
  }

  private static String json(@Nullable Object constant) {
    JsonNodeFactory nodes = JsonNodeFactory.withExactBigDecimals(true);
    ValueNode node = nodes.nullNode();
    if (constant instanceof String text) {
      node = nodes.textNode(text);
    } else if (constant instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (constant instanceof Boolean truth) {
      node = nodes.booleanNode(truth);
    }
    return node.toString();
  }

  private static boolean integers(Step.Replace replace) {
    return (replace.otherwise() == null || ReplaceTable.integer(replace.otherwise()))
        && ReplaceTable.integers(replace.rows().values());
  }

  /** The type that a step makes of another. */
  static LogicalType leaves(Step step, LogicalType from) {
    if (step instanceof Step.Replace replace) {
      return from == LogicalType.INTEGER && integers(replace) ? from : LogicalType.STRING;
    }
    boolean text =
        step instanceof Step.Tokenize
            || step instanceof Step.CohortToken
            || step instanceof Step.Mask
            || step instanceof Step.Truncate
            || step instanceof Step.Round;
    return text ? LogicalType.STRING : from;
  }
}
