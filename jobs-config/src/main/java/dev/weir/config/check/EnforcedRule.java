package dev.weir.config.check;

import dev.weir.config.problem.Rule;

/** What a build must be able to do before it runs a file. */
enum EnforcedRule implements Rule {
  NOT_ENFORCED;

  @Override
  public String id() {
    return "not-enforced";
  }

  @Override
  public String summary() {
    return "A file that runs has no term that this build does not enforce yet: nothing is ignored.";
  }
}
