package dev.weir.privacy.cohort;

/** How long a cohort lives. */
public enum Mode {
  /**
   * A person stays in one cohort, and so in one box under one token, as long as their
   * quasi-identifiers stay in it; they leave at once from the second time on. Boxes of one token
   * cannot be intersected, for there is one.
   */
  STABLE,
  /**
   * A crowd is formed anew in each window; whatever leaves together shares its box with k people of
   * that window. A token lives for one window.
   */
  WINDOW
}
