package dev.weir.config.gateway;

import dev.weir.config.problem.Rule;

/** What a gateway's settings must be to one another. */
public enum GatewayRule implements Rule {
  SECRET_IN_FILE(
      "secret-in-file",
      "Secrets are named by reference, `{env: NAME}` or `{file: PATH}`, and never stand in a file."),
  SOURCE_FORMAT(
      "source-format",
      "A source of `avro` names its `schema`, no other does; `confluent-avro` needs"
          + " `kafka.schemaRegistry`.");

  private final String id;
  private final String summary;

  GatewayRule(String id, String summary) {
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
