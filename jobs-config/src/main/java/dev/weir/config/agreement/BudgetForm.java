package dev.weir.config.agreement;

import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Words;
import java.time.Period;
import java.time.temporal.TemporalAmount;

/** A privacy budget, of a release and of a gateway. */
public final class BudgetForm {

  private static final Period[] CALENDAR = {
    Period.ofDays(1), Period.ofDays(7), Period.ofMonths(1), Period.ofYears(1)
  };

  private static final Form<TemporalAmount> PER =
      Words.of(CALENDAR, Period::toString).as(period -> period);

  /** Above nothing, of a calendar period. */
  public static final Block<Budget> FORM =
      Block.of(Budget.class)
          .with("epsilon", Numbers.POSITIVE)
          .with("delta", Numbers.fraction("a number above 0 and below 1"))
          .with("per", PER);

  private BudgetForm() {}
}
