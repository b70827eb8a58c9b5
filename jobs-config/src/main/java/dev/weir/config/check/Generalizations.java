package dev.weir.config.check;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.Property;
import java.math.BigDecimal;
import java.time.Period;

/** Which boxes there are for which type. */
final class Generalizations {

  private static final String AMOUNT = "P.*";

  /**
   * Steps between whole numbers are below it, else no value has a cell whose ends can be counted.
   */
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 2);

  private Generalizations() {}

  static void check(Property property, Treatment.Generalize generalize, Place place) {
    LogicalType type = property.type();
    String step = generalize.step();
    if (generalize.grid() != null) {
      refuse("grid", type, "It is done to an object of the numbers lat and lon", place);
    } else if (generalize.prefix() && type != LogicalType.STRING) {
      refuse("prefix", type, "It is done to string", place);
    } else if (generalize.hierarchy() != null
        && type != LogicalType.STRING
        && type != LogicalType.INTEGER) {
      refuse("hierarchy", type, "It is done to string or integer", place);
    } else if (step != null) {
      step(type, step, place);
    }
  }

  private static void step(LogicalType type, String step, Place place) {
    boolean time = step.matches(AMOUNT);
    boolean fits =
        switch (type) {
          case INTEGER, NUMBER -> !time;
          case TIMESTAMP -> time;
          case DATE -> time && !step.contains("T");
          default -> false;
        };
    if (!fits) {
      String mend = "Numbers take a number, dates a period as P1Y, timestamps a period or duration";
      refuse("step", type, mend, place);
    } else if (type == LogicalType.INTEGER && !isWhole(new BigDecimal(step))) {
      refuse("step", type, "Take a whole number below " + MOST, place);
    } else if (time && !step.contains("T") && isMixed(Period.parse(step))) {
      refuse("step", type, "Months differ in length; take months and years, or days", place);
    }
  }

  private static boolean isWhole(BigDecimal step) {
    return step.compareTo(MOST) < 0 && step.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isMixed(Period step) {
    return step.toTotalMonths() != 0 && step.getDays() != 0;
  }

  private static void refuse(String setting, LogicalType type, String mend, Place place) {
    place.note(
        CheckRule.TYPE_TREATMENT,
        "generalize with this " + setting + " cannot be done to a field of type " + type.word(),
        mend);
  }
}
