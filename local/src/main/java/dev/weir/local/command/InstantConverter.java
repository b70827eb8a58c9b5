package dev.weir.local.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant as the language writes it: RFC 3339, or a date, which is its midnight in UTC. */
final class InstantConverter implements ITypeConverter<Instant> {

  private static final int DATE = "2026-03-01".length();

  @Override
  public Instant convert(String text) {
    try {
      return text.length() == DATE
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notOne) {
      throw new TypeConversionException(
          "is no instant; write it as 2026-03-01T08:00:00Z, or 2026-03-01 for its midnight in UTC");
    }
  }
}
