package dev.weir.config.bind;

import dev.weir.config.problem.Rule;
import java.util.Locale;

/** What a block of the language must be in itself. */
public enum BindRule implements Rule {
  UNKNOWN_KEY("A block has only keys that the language knows there: any other would do nothing."),
  MISSING_KEY("A block has every key that the language asks for; there is no silent default."),
  UNKNOWN_WORD("A word is one of those that the language knows at its place."),
  WRONG_TYPE("A value is of the kind that its key asks for: a block, a list, a text, a number."),
  MALFORMED("A name, version, date, period, size or path is written as its form asks."),
  OUT_OF_RANGE(
      "A value lies within its bounds; one that cannot change anything is outside of them."),
  EMPTY("What must hold at least one entry is not empty."),
  DUPLICATE("An entry stands once in its list."),
  ORDER("What begins ends later, and bounds and edges rise.");

  private final String summary;

  BindRule(String summary) {
    this.summary = summary;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String summary() {
    return summary;
  }
}
