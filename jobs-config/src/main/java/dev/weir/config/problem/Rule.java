package dev.weir.config.problem;

/**
 * A rule that a file can break. The enums that implement it, one per kind of file, are the list in
 * {@code docs/rules.md}; a test holds the two against each other.
 */
public interface Rule {
  /** Stable for ever, in kebab case: {@code unknown-key}. */
  String id();

  /** Whether a breach stops the work or only warns; an error unless it says otherwise. */
  default Severity severity() {
    return Severity.ERROR;
  }

  /** One sentence for {@code docs/rules.md}: what the rule asks and why. */
  String summary();
}
