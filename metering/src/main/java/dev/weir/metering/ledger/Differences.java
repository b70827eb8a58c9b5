package dev.weir.metering.ledger;

import dev.weir.metering.rating.RatedLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What leads from the charges of a month that were made to those that are right. */
public final class Differences {

  private Differences() {}

  /**
   * The lines that lead from one to the other; none if they are the same.
   *
   * @param before lines of one month of an agreement
   * @param truth likewise, each charge once
   */
  public static List<RatedLine> between(List<RatedLine> before, List<RatedLine> truth) {
    Map<Account, Posted> posted = new LinkedHashMap<>();
    before.forEach(line -> posted.merge(Account.of(line), Posted.of(line), Posted::plus));
    return lines(posted, truth);
  }

  static List<RatedLine> lines(Map<Account, Posted> before, List<RatedLine> truth) {
    Map<Account, Posted> left = new LinkedHashMap<>(before);
    List<RatedLine> differences = new ArrayList<>();
    for (RatedLine line : truth) {
      Posted known = left.remove(Account.of(line));
      differences.add(known == null ? line : known.to(line));
    }
    left.values().forEach(gone -> differences.add(gone.toNothing()));
    differences.removeIf(line -> line.quantity().signum() == 0 && line.amount().sign() == 0);
    return differences;
  }
}
