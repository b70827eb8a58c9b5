package dev.weir.local.invoice;

import dev.weir.metering.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value added tax of all lines of an invoice.
 *
 * @param percent 0 unless {@link Category#S}
 * @param reason why there is none; null if there is
 */
public record Tax(Category category, BigDecimal percent, @Nullable String reason) {

  private static final BigDecimal MOST = BigDecimal.valueOf(100);
  private static final String EXEMPT = "exempt:";

  /** UNTDID 5305, as far as what Weir charges can be of it. */
  public enum Category {
    /** A rate. */
    S,
    /** The buyer owes the tax. */
    AE,
    /** Exempt, for a reason that is said. */
    E
  }

  /**
   * A tax as {@code --tax} says it: {@code 19}, {@code 7.5}, {@code reverse-charge}, {@code
   * exempt:REASON}.
   *
   * @return empty if it is none of these
   */
  public static Optional<Tax> parse(String text) {
    if (text.equals("reverse-charge")) {
      return Optional.of(new Tax(Category.AE, BigDecimal.ZERO, "Reverse charge"));
    } else if (text.startsWith(EXEMPT) && !text.substring(EXEMPT.length()).isBlank()) {
      String reason = text.substring(EXEMPT.length()).strip();
      return Optional.of(new Tax(Category.E, BigDecimal.ZERO, reason));
    } else if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
      return Optional.empty();
    }
    BigDecimal percent = new BigDecimal(text);
    return percent.signum() > 0 && percent.compareTo(MOST) <= 0
        ? Optional.of(new Tax(Category.S, percent, null))
        : Optional.empty();
  }

  /**
   * The tax on a sum of lines: rounded once, to the minor unit, half away from zero (BR-CO-17).
   *
   * @param net of all lines
   */
  Money of(Money net) {
    return Money.rounded(net.currency(), net.amount().multiply(percent), MOST);
  }

  /** {@code VAT 19 %}, {@code Reverse charge}. */
  String words() {
    return reason == null ? "VAT " + percent.toPlainString() + " %" : reason;
  }
}
