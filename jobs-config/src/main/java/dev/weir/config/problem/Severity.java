package dev.weir.config.problem;

/** How much a breach of a rule weighs. */
public enum Severity {
  /** The file is refused. */
  ERROR,
  /** The file is taken; the user should know. */
  WARNING
}
