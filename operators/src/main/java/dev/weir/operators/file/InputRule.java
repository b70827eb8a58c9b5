package dev.weir.operators.file;

import dev.weir.config.problem.Rule;
import dev.weir.config.problem.Severity;
import java.util.Locale;

/** What an input file must keep to so that it can be read at all. */
public enum InputRule implements Rule {
  INPUT_UNREADABLE("The input file is there and can be read"),
  INPUT_FORMAT("The input file's name ends in .jsonl, .csv or .avro, which says how it is read"),
  INPUT_EMPTY("A CSV file begins with a header row, which names its columns"),
  INPUT_COLUMN("Each column of a CSV file has a name of its own and holds one value a row"),
  INPUT_LINES("The lines of a CSV file end in LF or CRLF"),
  INPUT_SCHEMA(
      "An Avro file's schema gives the fields that are released as the product types them"),
  INPUT_CORRUPT("An Avro file is whole, so that no record is lost unseen");

  private final String summary;

  InputRule(String summary) {
    this.summary = summary;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return summary;
  }
}
