package dev.weir.config.check;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.Property;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which treatment can be done to which type. */
final class TypeRules {

  private static final Set<LogicalType> STRING = EnumSet.of(LogicalType.STRING);
  private static final Set<LogicalType> NAMES = EnumSet.of(LogicalType.STRING, LogicalType.INTEGER);
  private static final Set<LogicalType> NUMBERS =
      EnumSet.of(LogicalType.INTEGER, LogicalType.NUMBER);
  private static final Set<LogicalType> TIMES = EnumSet.of(LogicalType.DATE, LogicalType.TIMESTAMP);

  void check(Property property, Treatment treatment, Place place) {
    if (treatment instanceof Treatment.Mask || treatment instanceof Treatment.Truncate) {
      require(STRING, property, treatment, place);
    } else if (treatment instanceof Treatment.Round round) {
      require(TIMES, property, treatment, place);
      unitOfDate(property, round.unit(), place);
    } else if (treatment instanceof Treatment.Shift) {
      require(TIMES, property, treatment, place);
    } else if (treatment instanceof Treatment.Bucket) {
      require(NUMBERS, property, treatment, place);
    } else if (treatment instanceof Treatment.Replace) {
      require(NAMES, property, treatment, place);
    } else if (treatment instanceof Treatment.Tokenize tokenize) {
      boolean text = tokenize.scheme() == TokenScheme.FORMAT_PRESERVING;
      require(text ? STRING : NAMES, property, treatment, place);
    } else if (treatment instanceof Treatment.Redact redact) {
      Constants.check(property, redact.with(), place);
    } else if (treatment instanceof Treatment.Generalize generalize) {
      Generalizations.check(property, generalize, place);
    }
  }

  private static void require(
      Set<LogicalType> types, Property property, Treatment treatment, Place place) {
    if (!types.contains(property.type())) {
      place.note(
          CheckRule.TYPE_TREATMENT,
          Words.of(treatment) + " cannot be done to a field of type " + property.type().word(),
          "It is done to "
              + types.stream().map(LogicalType::word).collect(Collectors.joining(" or ")));
    }
  }

  private static void unitOfDate(Property property, TimeUnit unit, Place place) {
    boolean finer = unit == TimeUnit.HOUR || unit == TimeUnit.DAY;
    if (property.type() == LogicalType.DATE && finer) {
      place.note(
          CheckRule.SETTING_WITHOUT_EFFECT,
          "Rounding a date to its " + unit.word() + " changes nothing",
          "Round to month or year");
    }
  }
}
