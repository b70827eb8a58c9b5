package dev.weir.config.check;

import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.Treatment;
import java.util.List;

/** Warns of what can be put together again from two releases. */
final class JoinCheck {

  private final List<FieldUse> uses;

  JoinCheck(List<FieldUse> uses) {
    this.uses = uses;
  }

  void check() {
    for (FieldUse one : uses) {
      uses.stream()
          .filter(other -> other.sameField(one) && joinable(one, other))
          .findFirst()
          .ifPresent(other -> joinable(one, other.release()));
      uses.stream()
          .filter(other -> other.sameField(one) && correlated(one, other))
          .findFirst()
          .ifPresent(other -> correlated(one, other.release()));
    }
  }

  private static boolean joinable(FieldUse one, FieldUse other) {
    boolean unique = one.field().property().unique() || one.field().property().primaryKey();
    boolean kept =
        one.treatment() instanceof Treatment.Keep && other.treatment() instanceof Treatment.Keep;
    return unique && kept && one.release().otherPartner(other.release());
  }

  private static void joinable(FieldUse one, PlacedRelease other) {
    one.place()
        .note(
            CheckRule.JOINABLE_FIELD,
            "This field is unique, and "
                + other.partner()
                + " keeps it too: the two can join on it",
            "Tokenize it for one of them, unless they may");
  }

  private static boolean correlated(FieldUse one, FieldUse other) {
    boolean pair =
        (oneWay(one.treatment()) && showsPart(other.treatment()))
            || (oneWay(other.treatment()) && showsPart(one.treatment()));
    return pair && one.release().samePartner(other.release());
  }

  private static void correlated(FieldUse one, PlacedRelease other) {
    one.place()
        .note(
            CheckRule.CARD_CORRELATION,
            "This partner gets a one-way token and a part of this value, the other by "
                + other.said()
                + ": the rest can be tried out by whoever gets hold of the key",
            "Leave out one of the two, or take deterministic tokens");
  }

  private static boolean oneWay(Treatment treatment) {
    return treatment instanceof Treatment.Tokenize tokenize
        && tokenize.scheme() == TokenScheme.ONE_WAY;
  }

  private static boolean showsPart(Treatment treatment) {
    if (treatment instanceof Treatment.Mask mask) {
      return mask.keepFirst() + mask.keepLast() > 0;
    } else if (treatment instanceof Treatment.Tokenize tokenize) {
      return tokenize.keepFirst() + tokenize.keepLast() > 0;
    }
    return treatment instanceof Treatment.Truncate;
  }
}
