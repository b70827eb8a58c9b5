package dev.weir.metering.focus;

import java.util.List;
import java.util.stream.Stream;

/**
 * The requirements of FOCUS between the cells of a row, as far as the columns that are written can
 * break them (1.2: {@code specification/columns}; 1.4: {@code
 * specification/datasets/cost_and_usage/columns}).
 */
final class RowRules {

  static final List<RowRule> ALL =
      Stream.of(ValueRules.all(), PriceRules.all(), CostRules.all()).flatMap(List::stream).toList();

  private RowRules() {}

  static List<RowRule> of(FocusVersion version) {
    return ALL.stream().filter(rule -> rule.versions().contains(version)).toList();
  }
}
