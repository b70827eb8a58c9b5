package dev.weir.config.bind;

/** Why a scalar is not what is asked for. */
public final class Misfit extends Exception {

  private static final long serialVersionUID = 1L;

  private final BindRule rule;
  private final String mend;

  /**
   * @param message what is wrong, without the value
   */
  public Misfit(BindRule rule, String message, String mend) {
    super(message, null, false, false);
    this.rule = rule;
    this.mend = mend;
  }

  void note(Part part) {
    part.note(rule, String.valueOf(getMessage()), mend);
  }
}
