package dev.weir.local.command;

/** How a command ends. The numbers are public: scripts and CI rely on them. */
public enum Exit {
  /** It did what it was asked; dead letters alone are no failure. */
  DONE(0),
  /** The user's files hold an error, or a term that this build does not enforce. */
  PROBLEM(1),
  /** The command line is wrong. */
  USAGE(2),
  /** Something around it is missing: a key, a passphrase, a broker, room on the disk. */
  ENVIRONMENT(3),
  /** A check said no. */
  REFUSED(4),
  /** A defect of Weir ({@code EX_SOFTWARE} of sysexits.h). */
  DEFECT(70);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
