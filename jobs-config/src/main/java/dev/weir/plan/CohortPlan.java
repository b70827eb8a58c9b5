package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weir.config.FieldPath;
import dev.weir.config.agreement.CohortMode;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a release of cohorts asks of a crowd.
 *
 * @param uid of the state of the stage that forms them, for ever
 * @param k distinct people
 * @param hold how long a row may wait undecided, an ISO 8601 period or duration
 * @param horizon how long a person is remembered after their last row, likewise
 * @param pace of the public clock on which rows leave, an ISO 8601 duration; null: there is none
 * @param regions where the space is cut, by the release's fields; empty: it is one region
 * @param space what homes rest on: quasi-identifiers, how they are generalized and cut, and what is
 *     looked at of crowds; a digest, hex
 * @param form what rows rest on besides: all that is written of them; a digest, hex
 * @param risk above which the owner is told; null: nothing is measured
 */
public record CohortPlan(
    String uid,
    CohortMode mode,
    int k,
    List<Diverse> diversity,
    List<Close> closeness,
    String hold,
    String horizon,
    @Nullable String pace,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Cut> regions,
    String space,
    String form,
    @Nullable RiskBounds risk)
    implements Serializable {

  public CohortPlan {
    diversity = List.copyOf(diversity);
    closeness = List.copyOf(closeness);
    regions = List.copyOf(regions);
  }

  /**
   * Where a field is cut.
   *
   * @param at values that the parts begin with, but for the lowest; of a hierarchy, labels
   */
  public record Cut(FieldPath field, List<String> at) implements Serializable {

    public Cut {
      at = List.copyOf(at);
    }
  }

  /** Each above 0, at most 1; null: none. */
  public record RiskBounds(@Nullable BigDecimal prosecutor, @Nullable BigDecimal marketer)
      implements Serializable {}

  /** l-diversity of a field; {@code entropy}: the logarithm of l is reached by the entropy. */
  public record Diverse(FieldPath field, BigDecimal l, boolean entropy) implements Serializable {}

  /** t-closeness of a field; {@code ordered}: of values that have an order. */
  public record Close(FieldPath field, BigDecimal t, boolean ordered) implements Serializable {}

  /** What is asked of a crowd, in one line: another one, another promise. */
  public String guarantee() {
    List<String> asked = new ArrayList<>(List.of(mode.word(), "k=" + k));
    diversity.forEach(
        rule ->
            asked.add(
                (rule.entropy() ? "entropy l of " : "l of ")
                    + rule.field()
                    + "="
                    + rule.l().toPlainString()));
    closeness.forEach(rule -> asked.add("t of " + rule.field() + "=" + rule.t().toPlainString()));
    if (pace != null) {
      asked.add("pace=" + pace);
    }
    return String.join("; ", asked);
  }

  /**
   * The fields that it looks at, each once, in the order in which they are asked for, which is that
   * in which crowds keep their values.
   */
  public List<FieldPath> sensitive() {
    return sensitive(diversity, closeness);
  }

  static List<FieldPath> sensitive(List<Diverse> diversity, List<Close> closeness) {
    return Stream.concat(
            diversity.stream().map(Diverse::field), closeness.stream().map(Close::field))
        .distinct()
        .toList();
  }
}
