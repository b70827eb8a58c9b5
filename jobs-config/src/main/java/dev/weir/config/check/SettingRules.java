package dev.weir.config.check;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.TokenScope;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.Property;
import java.math.BigDecimal;

/** Finds settings that change nothing. */
final class SettingRules {

  private final Property property;
  private final Place place;

  SettingRules(Property property, Place place) {
    this.property = property;
    this.place = place;
  }

  void check(Treatment treatment) {
    if (treatment instanceof Treatment.Bucket bucket) {
      bucket(bucket.width());
    } else if (treatment instanceof Treatment.Tokenize tokenize && tokenize.scheme() != null) {
      tokenize(tokenize, tokenize.scheme());
    }
  }

  /** The lower bound of an integer's cell is an integer. */
  private void bucket(BigDecimal width) {
    if (property.type() == LogicalType.INTEGER && width.scale() > 0) {
      place.note(
          CheckRule.TYPE_TREATMENT,
          "Cells of this width begin at what is no integer, as the field is",
          "Write a whole number, without decimals");
    } else if (property.type() == LogicalType.INTEGER && width.compareTo(BigDecimal.ONE) == 0) {
      place.note(
          CheckRule.SETTING_WITHOUT_EFFECT,
          "Cells of width 1 leave every integer as it is",
          "Write a greater width, or keep");
    }
  }

  private void tokenize(Treatment.Tokenize tokenize, TokenScheme scheme) {
    boolean bound = scheme == TokenScheme.DETERMINISTIC || scheme == TokenScheme.ONE_WAY;
    boolean format = scheme == TokenScheme.FORMAT_PRESERVING;
    no("pad", tokenize.pad() != null && scheme != TokenScheme.DETERMINISTIC, scheme);
    no("erasable", tokenize.erasable() && scheme != TokenScheme.DETERMINISTIC, scheme);
    no("scope", tokenize.scope() != TokenScope.AGREEMENT && !bound, scheme);
    no("domain", tokenize.domain() != null && !bound, scheme);
    no("remember", tokenize.remember() != null && scheme != TokenScheme.RANDOM, scheme);
    no("alphabet", tokenize.alphabet() != null && !format, scheme);
    no("keepFirst", tokenize.keepFirst() > 0 && !format, scheme);
    no("keepLast", tokenize.keepLast() > 0 && !format, scheme);
    no("check", tokenize.check() != null && !format, scheme);
    if (format) {
      new FormatDomain(property, place).check(tokenize);
    }
  }

  private void no(String setting, boolean there, TokenScheme scheme) {
    if (there) {
      place
          .key(setting)
          .note(
              CheckRule.SETTING_WITHOUT_EFFECT,
              setting + " changes nothing in tokens of the scheme " + scheme.word(),
              "Leave it out, or take another scheme");
    }
  }
}
