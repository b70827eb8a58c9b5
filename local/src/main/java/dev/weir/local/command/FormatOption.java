package dev.weir.local.command;

import java.util.Locale;
import picocli.CommandLine.Option;

/** Whether a result is for a person or a program. */
final class FormatOption {

  /** The forms of a result. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final class FormatConverter extends WordConverter<Format> {
    FormatConverter() {
      super(Format.class);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = FormatConverter.class,
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  boolean json() {
    return format == Format.JSON;
  }
}
