package dev.weir.config.problem;

/** A rule whose breach only warns where it is looked at. */
public record Warning(Rule rule) implements Rule {

  @Override
  public String id() {
    return rule.id();
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return rule.summary();
  }
}
