package dev.weir.privacy.ledger;

import dev.weir.privacy.budget.Rho;
import java.io.Serializable;

/**
 * What a window costs.
 *
 * @param window in whose period the account is
 * @param terms a digest of what people are held to and what is measured: under other terms people
 *     may add again
 * @param windows of the period that one person may add to under these terms: those beyond cost
 *     nothing more
 * @param rho of the window
 * @param delta likewise: the chance with which its look for groups may give somebody away
 */
public record Charge(Account account, Span window, String terms, int windows, Rho rho, double delta)
    implements Serializable {

  /** In no digest. */
  private static final char ANEW = '~';

  /** Refuses what no mechanism asks for. */
  public Charge {
    if (windows < 1 || !(delta >= 0 && delta < 1)) {
      throw new IllegalArgumentException("a person adds to a window, and delta is below 1");
    }
  }

  /**
   * The same where people are bounded anew, for what they had added before is not known: they may
   * add again, as under other terms.
   *
   * @param time how often that has happened in the period; 0: never
   */
  public Charge anew(int time) {
    String now = time == 0 ? terms : terms + ANEW + time;
    return new Charge(account, window, now, windows, rho, delta);
  }

  /** How often people had been bounded anew when it was charged. */
  public int timesAnew() {
    int at = terms.lastIndexOf(ANEW);
    return at < 0 ? 0 : Integer.parseInt(terms.substring(at + 1));
  }
}
