package dev.weir.local.statement;

import dev.weir.metering.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them, in English, exact. */
public final class Figures {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Figures() {}

  /** {@code 1,025.13 EUR}; a hyphen before what is given back, which every font and reader has. */
  public static String of(Money amount) {
    return of(amount.amount()) + " " + amount.currency().getCurrencyCode();
  }

  /** {@code 1,500.5}, with as many decimals as it has. */
  public static String of(BigDecimal number) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    int decimals = Math.max(0, number.scale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }

  /** Without the zeros at the end. */
  public static String plain(BigDecimal number) {
    return of(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
  }

  static String of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  static String of(YearMonth month) {
    return MONTH.format(month);
  }

  /** {@code 31 December 2026}. */
  public static String of(LocalDate day) {
    return DAY.format(day);
  }
}
