package dev.weir.config.agreement;

import dev.weir.config.FieldPath;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Named;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Scalar;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Sequence;
import dev.weir.config.bind.Switch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Releases, by their kind. */
final class ReleaseForms {

  private static final Named<FieldPath, Treatment> FIELDS =
      new Named<>(Scalars.FIELD, TreatmentForms.FORM, 1);

  private static final Scalar<BigDecimal> SHARE =
      Numbers.decimal("a number above 0, at most 1", BigDecimal.ZERO, BigDecimal.ONE);

  private static final Block<Diversity> DIVERSITY =
      Block.of(Diversity.class)
          .with("l", Numbers.decimal("a number above 1", BigDecimal.ONE, null))
          .placeholder("l", BigDecimal.valueOf(2))
          .orElse("type", Diversity.Type.DISTINCT);

  private static final Block<Closeness> CLOSENESS =
      Block.of(Closeness.class).with("t", SHARE).placeholder("t", BigDecimal.ONE);

  private static final Block<Risk> RISK =
      Block.of(Risk.class).with("prosecutor", SHARE).with("marketer", SHARE);

  private static final Block<Release.Records> RECORDS =
      named(Block.of(Release.Records.class)).with("fields", FIELDS).placeholder("fields", Map.of());

  private static final Block<Release.Cohorts> COHORTS =
      named(Block.of(Release.Cohorts.class))
          .orElse("mode", CohortMode.STABLE)
          .with("k", Numbers.integer(2, Integer.MAX_VALUE))
          .placeholder("k", 2)
          .placeholder("hold", Duration.ofSeconds(1))
          .placeholder("horizon", Period.ofDays(1))
          .with("diversity", new Sequence<>(DIVERSITY, 1))
          .orElse("diversity", List.of())
          .with("closeness", new Sequence<>(CLOSENESS, 1))
          .orElse("closeness", List.of())
          .with("risk", RISK)
          .with("regions", new Named<>(Scalars.FIELD, new Sequence<>(Scalars.VALUE, 1), 1))
          .orElse("regions", Map.of())
          .with("fields", FIELDS)
          .placeholder("fields", Map.of());

  private static final Block<Release.Statistics> STATISTICS =
      named(Block.of(Release.Statistics.class))
          .with("window", WindowForms.FORM)
          .with("groupBy", new Named<>(Scalars.FIELD, MeasureForms.GROUPS, 1))
          .orElse("groupBy", Map.of())
          .with("measures", new Named<>(Scalars.ID, MeasureForms.FORM, 1))
          .with("budget", BudgetForm.FORM)
          .orElse("postProcess", List.of());

  static final Form<Release> FORM = new Switch<>("kind", kinds());

  private ReleaseForms() {}

  private static <R extends Record> Block<R> named(Block<R> release) {
    return release
        .with("name", Scalars.ID)
        .placeholder("name", "")
        .with("topic", Scalars.TOPIC)
        .placeholder("topic", "");
  }

  private static Map<String, Block<? extends Release>> kinds() {
    Map<String, Block<? extends Release>> kinds = new LinkedHashMap<>();
    kinds.put("records", RECORDS);
    kinds.put("cohorts", COHORTS);
    kinds.put("statistics", STATISTICS);
    return kinds;
  }
}
