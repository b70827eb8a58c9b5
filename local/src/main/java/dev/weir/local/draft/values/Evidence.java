package dev.weir.local.draft.values;

import java.util.Map;

/**
 * What is known of a field's values.
 *
 * @param values how many were seen, nulls left out; 0 where there is only a schema
 * @param distinct how many differ, at most 100,000
 * @param shares of the kinds that some values are of, from above 0 to 1
 * @param meanWords of strings, words parted by white space
 * @param longest of strings, in characters
 * @param decadesApart whether the dates are as far apart as days of birth are
 * @param declaredUnique whether a schema says that no value stands twice
 */
public record Evidence(
    long values,
    long distinct,
    Map<ValueKind, Double> shares,
    double meanWords,
    int longest,
    boolean decadesApart,
    boolean declaredUnique) {

  private static final int ENOUGH = 20;
  private static final int FEW = 50;

  /** Of a schema without a sample. */
  public static final Evidence NONE = new Evidence(0, 0, Map.of(), 0, 0, false, false);

  /** Of a contract that calls the field unique. */
  public static final Evidence UNIQUE = new Evidence(0, 0, Map.of(), 0, 0, false, true);

  public Evidence {
    shares = Map.copyOf(shares);
  }

  /** Whether every value is another, of enough of them to say so. */
  public boolean unique() {
    return declaredUnique || (values >= ENOUGH && distinct == values);
  }

  /** Whether few values recur. */
  public boolean few() {
    return values >= ENOUGH && distinct <= FEW && distinct * 5 <= values;
  }

  /** Whether the texts are sentences rather than words. */
  public boolean freeText() {
    return meanWords >= 4 || longest > 80;
  }
}
