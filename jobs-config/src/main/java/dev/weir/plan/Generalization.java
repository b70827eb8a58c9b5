package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;
import java.math.BigDecimal;

/** The public sets that values of a quasi-identifier are shown as. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Generalization.Integers.class, name = "integers"),
  @JsonSubTypes.Type(value = Generalization.Numbers.class, name = "numbers"),
  @JsonSubTypes.Type(value = Generalization.Days.class, name = "days"),
  @JsonSubTypes.Type(value = Generalization.Instants.class, name = "instants"),
  @JsonSubTypes.Type(value = Generalization.Hierarchy.class, name = "hierarchy"),
  @JsonSubTypes.Type(value = Generalization.Prefix.class, name = "prefix"),
  @JsonSubTypes.Type(value = Generalization.Place.class, name = "place")
})
public sealed interface Generalization extends Serializable {

  /** Runs of cells of whole numbers, from 0. */
  record Integers(long step) implements Generalization {}

  /** Runs of cells of numbers, from 0. */
  record Numbers(BigDecimal step) implements Generalization {}

  /**
   * Runs of cells of days, from 1970-01-01; of a timestamp its day in UTC.
   *
   * @param step an ISO 8601 period, of months or of days
   */
  record Days(String step) implements Generalization {}

  /**
   * Runs of cells of time, from 1970-01-01T00:00:00Z.
   *
   * @param step an ISO 8601 duration of whole milliseconds
   */
  record Instants(String step) implements Generalization {}

  /**
   * The labels of a tree of values.
   *
   * @param file as the agreement names it
   * @param digest SHA-256 of the file, hex: another hierarchy is another plan
   * @param lines {@code leaf;parent;...;root}, as the file has them; not printed
   */
  record Hierarchy(String file, String digest, @JsonIgnore String lines) implements Generalization {

    /** Without the lines. */
    @Override
    public String toString() {
      return "Hierarchy[" + file + ", " + digest + "]";
    }
  }

  /**
   * The beginnings of texts.
   *
   * @param length of an ordinary value, in characters
   */
  record Prefix(int length) implements Generalization {}

  /** Runs of cells of latitude and of longitude. */
  record Place(BigDecimal degrees) implements Generalization {}
}
