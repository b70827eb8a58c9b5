package dev.weir.config.document;

import dev.weir.config.problem.Rule;

/** What files that belong together must be. */
public enum FileRule implements Rule {
  UNKNOWN_KIND("unknown-kind", "A file says by its `kind` what it is, and the language knows it."),
  NO_FILE_MATCHES(
      "no-file-matches", "A pattern of a gateway's `agreements` matches at least one file."),
  NO_GATEWAY("no-gateway", "Where a gateway is asked for, the file is one, and it names no other."),
  NOTHING_RELEASED(
      "nothing-released", "Files that are planned hold an agreement about a product among them.");

  private final String id;
  private final String summary;

  FileRule(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String summary() {
    return summary;
  }
}
