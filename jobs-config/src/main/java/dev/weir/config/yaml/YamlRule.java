package dev.weir.config.yaml;

import dev.weir.config.problem.Rule;

/** What every file of the language must be before it can be anything else. */
public enum YamlRule implements Rule {
  FILE_MISSING(
      "file-missing",
      "Every file that is named, in a command or in another file, exists and can be read."),
  YAML_SYNTAX("yaml-syntax", "A file is one YAML 1.2 document of plain data, in UTF-8."),
  DUPLICATE_KEY(
      "duplicate-key",
      "A key stands once in its block: which of two would hold is anyone's guess.");

  private final String id;
  private final String summary;

  YamlRule(String id, String summary) {
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
