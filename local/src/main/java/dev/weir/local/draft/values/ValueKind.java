package dev.weir.local.draft.values;

import dev.weir.config.product.PrivacyRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a text can be told to be without its name. Each says from which share of a field's values on
 * it counts: one e-mail address in twenty is enough, while one number in ten passes Luhn's check by
 * chance.
 */
public enum ValueKind {
  EMAIL(PrivacyRole.IDENTIFIER, 0.01, "e-mail addresses", "[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+"),
  IBAN(PrivacyRole.IDENTIFIER, 0.01, "IBANs with right check digits", CheckDigits::iban),
  CARD(
      PrivacyRole.IDENTIFIER,
      0.4,
      "numbers of cards or devices with right check digits",
      CheckDigits::luhn),
  NATIONAL_ID(
      PrivacyRole.IDENTIFIER,
      0.05,
      "identity or social security numbers",
      text -> Patterns.NATIONAL.matcher(text).matches() || CheckDigits.dni(text)),
  IPV4(
      PrivacyRole.IDENTIFIER,
      0.05,
      "IP addresses",
      "((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)"),
  IPV6(PrivacyRole.IDENTIFIER, 0.05, "IPv6 addresses", NetworkAddress::isIpv6),
  MAC(
      PrivacyRole.IDENTIFIER,
      0.05,
      "hardware addresses",
      "\\p{XDigit}{2}([:-]\\p{XDigit}{2}){5}|(\\p{XDigit}{4}\\.){2}\\p{XDigit}{4}"),
  UUID(
      PrivacyRole.IDENTIFIER,
      0.05,
      "UUIDs",
      "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}"),
  PHONE(PrivacyRole.IDENTIFIER, 0.3, "telephone numbers", ValueKind::phone),
  URL(PrivacyRole.IDENTIFIER, 0.3, "addresses of pages", "(?i)https?://\\S+|www\\.\\S+"),
  POSITION(
      PrivacyRole.QUASI_IDENTIFIER,
      0.3,
      "positions",
      "-?\\d{1,2}\\.\\d{3,}[,; ]\\s?-?\\d{1,3}\\.\\d{3,}"),
  COUNTRY(PrivacyRole.QUASI_IDENTIFIER, 0.9, "country codes", Codes::country),
  POSTCODE(
      PrivacyRole.QUASI_IDENTIFIER,
      0.9,
      "postcodes by their form",
      "\\d{5}(-\\d{4})?|\\d{4} ?[A-Z]{2}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z]"
          + " ?\\d[A-Z]\\d|\\d{2}-\\d{3}");

  private static final int LONGEST = 200;

  private final PrivacyRole role;
  private final double share;
  private final String says;
  private final Predicate<String> test;

  ValueKind(PrivacyRole role, double share, String says, String pattern) {
    this(role, share, says, Pattern.compile(pattern).asMatchPredicate());
  }

  ValueKind(PrivacyRole role, double share, String says, Predicate<String> test) {
    this.role = role;
    this.share = share;
    this.says = says;
    this.test = test;
  }

  /** Every kind that a text is of. */
  public static Set<ValueKind> of(String text) {
    EnumSet<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
    if (text.length() <= LONGEST) {
      String trimmed = text.strip();
      Arrays.stream(values()).filter(kind -> kind.test.test(trimmed)).forEach(kinds::add);
    }
    return kinds;
  }

  /** Whether a text is a value that points at a person or a thing of theirs. */
  public static boolean names(String text) {
    return of(text).stream().anyMatch(kind -> kind.role == PrivacyRole.IDENTIFIER);
  }

  /** The role of a field of which enough values are of the kind. */
  public PrivacyRole role() {
    return role;
  }

  /** The share of a field's values from which on the kind counts, above 0. */
  public double share() {
    return share;
  }

  /** In the plural, for reasons. */
  public String says() {
    return says;
  }

  /** E.164 has at most 15 digits; bare digits are a telephone's only if they begin as one. */
  private static boolean phone(String text) {
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits >= 7
        && digits <= 15
        && Patterns.PHONE.matcher(text).matches()
        && !Patterns.DATE.matcher(text).lookingAt()
        && !Patterns.DECIMAL.matcher(text).matches();
  }

  private static final class Patterns {
    static final Pattern NATIONAL =
        Pattern.compile(
            "\\d{3}-\\d{2}-\\d{4}" // United States
                + "|[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]" // United Kingdom
                + "|[12] ?\\d{2} ?(0[1-9]|1[0-2]) ?\\d[\\dAB] ?\\d{3} ?\\d{3} ?\\d{2}"); // France
    static final Pattern PHONE =
        Pattern.compile("(\\+|00?[1-9]|\\()[0-9 ()/.-]{5,22}|[0-9]{2,5}([ ./-][0-9]{2,5}){1,5}");
    static final Pattern DATE = Pattern.compile("\\d{4}[-/.]\\d{2}[-/.]\\d{2}");
    static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");
  }
}
