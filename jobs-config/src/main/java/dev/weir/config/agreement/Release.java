package dev.weir.config.agreement;

import dev.weir.config.FieldPath;
import java.time.temporal.TemporalAmount;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What leaves on one topic. */
public sealed interface Release {

  /** Stands for one that could not be read, so that those behind it keep their places. */
  Release UNREAD = new Records("", null, "", Map.of());

  String name();

  /** The schema object of the product; null where it has only one. */
  @Nullable String from();

  String topic();

  /** {@code kind: records}: one record out for one in. */
  record Records(String name, @Nullable String from, String topic, Map<FieldPath, Treatment> fields)
      implements Release {
    public Records {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * {@code kind: cohorts}: a row leaves only in the company of k people.
   *
   * @param k distinct people, at least 2
   * @param hold by the clock: how long a row may wait undecided
   * @param horizon how long a home is remembered; null: the agreement's retention
   * @param pace rows leave on this public clock; null: when they are decided
   * @param regions by field, where it is cut: each side forms its crowds by itself; empty: nowhere
   */
  record Cohorts(
      String name,
      @Nullable String from,
      String topic,
      CohortMode mode,
      int k,
      List<Diversity> diversity,
      List<Closeness> closeness,
      TemporalAmount hold,
      @Nullable TemporalAmount horizon,
      @Nullable TemporalAmount pace,
      @Nullable Risk risk,
      Map<FieldPath, List<String>> regions,
      Map<FieldPath, Treatment> fields)
      implements Release {
    public Cohorts {
      diversity = List.copyOf(diversity);
      closeness = List.copyOf(closeness);
      regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * {@code kind: statistics}: differentially private aggregates.
   *
   * @param lateness how long after a window's end a record may still come; null: not at all
   * @param groupBy by field; empty: one group
   * @param measures by name, at least one
   */
  record Statistics(
      String name,
      @Nullable String from,
      String topic,
      Window window,
      @Nullable TemporalAmount lateness,
      Map<FieldPath, Groups> groupBy,
      Map<String, Measure> measures,
      PerSubject perSubject,
      Budget budget,
      List<PostProcess> postProcess)
      implements Release {
    public Statistics {
      groupBy = Collections.unmodifiableMap(new LinkedHashMap<>(groupBy));
      measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
      postProcess = List.copyOf(postProcess);
    }
  }
}
