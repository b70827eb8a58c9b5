package dev.weir.local.command;

import dev.weir.config.bind.Times;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant as the language writes it: RFC 3339, or a date, which is its midnight in UTC. */
final class InstantConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      return Times.parse(text);
    } catch (DateTimeException notOne) {
      throw new TypeConversionException(
          "is no instant; write it as 2026-03-01T08:00:00Z, or 2026-03-01 for its midnight in UTC");
    }
  }
}
