package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.PostProcess;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release of statistics counts, and what it holds people to.
 *
 * @param uid of the state of the stage that holds people to their bounds, for ever
 * @param lateness ISO 8601, how long after a window's end a record may still be appended
 * @param groupBy in the order in which they are shown; empty: one group
 * @param measures in the order in which they are shown
 * @param perSubject what one person may add
 * @param postProcess what is done to numbers for the reader's sake
 * @param terms a digest of all that bounds, sums and noise rest on
 */
public record StatisticsPlan(
    String uid,
    Window window,
    String lateness,
    List<Group> groupBy,
    List<Figure> measures,
    Bounds perSubject,
    BudgetPlan budget,
    List<PostProcess> postProcess,
    String terms)
    implements Serializable {

  public StatisticsPlan {
    groupBy = List.copyOf(groupBy);
    measures = List.copyOf(measures);
    postProcess = List.copyOf(postProcess);
  }

  /** Whether groups that nobody lists are looked for. */
  public boolean discovers() {
    return groupBy.stream().anyMatch(group -> group.listed() == null);
  }

  /** Whether windows of coarser sizes are the sums of what the finest ones have shown. */
  public boolean sums() {
    return !window.coarser().isEmpty() && postProcess.contains(PostProcess.CONSISTENT);
  }

  /**
   * Over what is counted.
   *
   * @param size of the finest windows, ISO 8601; of running totals what lies between them
   * @param hop from one window's beginning to the next one's; null: windows follow one another
   * @param since first instant of running totals, RFC 3339; null: there are none
   * @param coarser sizes besides, each made of whole windows of the one before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Window(
      String size,
      @Nullable String hop,
      @Nullable String since,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> coarser)
      implements Serializable {

    public Window {
      coarser = List.copyOf(coarser);
    }

    /** Of one size. */
    public Window(String size, @Nullable String hop, @Nullable String since) {
      this(size, hop, since, List.of());
    }
  }

  /**
   * A field by whose values records are grouped.
   *
   * @param listed the values, as text; null: they are discovered
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Group(FieldPath field, LogicalType type, @Nullable List<String> listed)
      implements Serializable {
    public Group {
      listed = listed == null ? null : List.copyOf(listed);
    }
  }

  /** What is measured. */
  public enum Kind {
    COUNT,
    COUNT_DISTINCT,
    SUM,
    MEAN,
    VARIANCE,
    QUANTILES,
    HISTOGRAM
  }

  /**
   * One measure.
   *
   * @param field that is measured; null: records or people are counted
   * @param values how values are clamped and rounded; null: they are not
   * @param ranks of quantiles; null elsewhere
   * @param buckets of quantiles, 0 elsewhere
   * @param edges of a histogram's buckets; null elsewhere
   * @param share of the budget, in relation to the others'
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Figure(
      String name,
      Kind kind,
      @Nullable FieldPath field,
      @Nullable Values values,
      @Nullable List<BigDecimal> ranks,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int buckets,
      @Nullable List<BigDecimal> edges,
      BigDecimal share)
      implements Serializable {
    public Figure {
      ranks = ranks == null ? null : List.copyOf(ranks);
      edges = edges == null ? null : List.copyOf(edges);
    }
  }

  /** Values are clamped, then rounded to a multiple of the step. */
  public record Values(BigDecimal low, BigDecimal high, BigDecimal step) implements Serializable {}

  /**
   * What one person may add.
   *
   * @param records in one window of the finest size, over all groups
   * @param groups in one, likewise
   * @param windows of the finest size in one period of the budget
   */
  public record Bounds(int records, int groups, int windows) implements Serializable {}
}
