package dev.weir.contract;

import dev.weir.plan.Step;

/**
 * What was done to a value, in words for its reader. Tables, constants and the domains of tokens
 * are not named.
 */
final class StepWords {

  private StepWords() {}

  static String of(Step step) {
    if (step instanceof Step.Keep) {
      return "keep: as in the source";
    } else if (step instanceof Step.Redact) {
      return "redact: the same constant in place of every value";
    } else if (step instanceof Step.Mask mask) {
      return mask(mask);
    } else if (step instanceof Step.Truncate truncate) {
      return "truncate: the first "
          + truncate.length()
          + " characters of longer values, else empty";
    } else if (step instanceof Step.Tokenize tokenize) {
      return token(tokenize);
    } else if (step instanceof Step.CohortToken) {
      return "tokenize: the same value is the same token in one crowd, and another in another";
    } else if (step instanceof Step.Generalize generalize) {
      return GeneralizationWords.of(generalize.to());
    }
    return step instanceof Step.Statistic statistic ? statistic.told() : number(step);
  }

  private static String number(Step step) {
    if (step instanceof Step.Round round) {
      return "round: cut to the " + round.unit().word() + ", in UTC";
    } else if (step instanceof Step.Bucket bucket) {
      return "bucket: lower bound of a cell of width " + bucket.width().toPlainString();
    } else if (step instanceof Step.Shift shift) {
      return "shift: by whole days, the same for each person, at most " + shift.maxDays();
    }
    return "replace: by a table";
  }

  private static String mask(Step.Mask mask) {
    return "mask: the first "
        + mask.keepFirst()
        + " and last "
        + mask.keepLast()
        + " characters are shown, the others hidden";
  }

  private static String format(Step.TokenFormat format) {
    return "; the first "
        + format.keepFirst()
        + " and last "
        + format.keepLast()
        + " characters are the source's. It carries no version (the header weir-key-version does)"
        + " and no proof of integrity: any text of the format could be one";
  }

  private static String token(Step.Tokenize tokenize) {
    String scope = tokenize.context().scope();
    String same =
        scope.startsWith("partner:") ? "all agreements of this partner" : "this agreement";
    return "tokenize: "
        + tokenize.scheme().word()
        + ", the same value is the same token in "
        + same
        + (tokenize.remember() == null
            ? ""
            : ", for " + tokenize.remember() + " from when it was drawn; then it is another")
        + (tokenize.subjectKeys() == null
            ? ""
            : " for one person; of another person it is another, and it means nothing once that"
                + " person is erased")
        + (tokenize.format() == null ? "" : format(tokenize.format()));
  }
}
