package dev.weir.local.draft.role;

import dev.weir.config.LogicalType;
import dev.weir.config.product.PrivacyRole;
import dev.weir.local.draft.values.Evidence;
import dev.weir.local.draft.values.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges one field by its name and its values; whatever speaks for a stricter role raises it. */
final class Judgement {

  /** What a number is, is said by the last words of its name: phone_bill_amount is no telephone. */
  private static final Set<Concept> MEASURES =
      EnumSet.of(
          Concept.MONEY,
          Concept.HABIT,
          Concept.JUDGEMENT,
          Concept.HEALTH,
          Concept.BODY,
          Concept.AGE);

  private static final int ENOUGH_TO_BE_UNIQUE = 100;

  private final Candidate candidate;
  private final List<String> reasons = new ArrayList<>();
  private PrivacyRole role = PrivacyRole.PUBLIC;

  private Judgement(Candidate candidate) {
    this.candidate = candidate;
  }

  static Proposal of(Candidate candidate) {
    return new Judgement(candidate).proposal();
  }

  private Proposal proposal() {
    name();
    kinds();
    if (reasons.isEmpty()) {
      unknown();
    } else {
      texts();
    }
    if (candidate.type() == LogicalType.BOOLEAN && role == PrivacyRole.IDENTIFIER) {
      role = PrivacyRole.QUASI_IDENTIFIER; // yes or no names nobody by itself
    }
    return new Proposal(role, String.join("; ", reasons), false);
  }

  private void name() {
    Optional<Concept> strictest =
        said().stream().max(Comparator.comparing(one -> Strictness.of(one.role())));
    strictest.ifPresent(
        concept -> raise(unchosen(concept.role()), "the name says " + concept.says()));
    if (candidate.isKey() || ownsKey()) {
      raise(PrivacyRole.IDENTIFIER, "the name says a key");
    }
  }

  private Set<Concept> said() {
    Set<Concept> measured =
        candidate.headConcepts().stream().filter(MEASURES::contains).collect(Collectors.toSet());
    return candidate.numeric() && !measured.isEmpty() ? measured : candidate.concepts();
  }

  private boolean ownsKey() {
    return candidate.keyOf(Concept.PERSON) > 0
        || candidate.keyOf(Concept.STAFF) > 0
        || candidate.keyOf(Concept.OTHER_PERSON) > 0
        || candidate.keyOf(Concept.ACCOUNT) > 0
        || candidate.keyOf(Concept.DEVICE) > 0;
  }

  /** A country that is not chosen for the jurisdiction narrows down as other places do. */
  private static PrivacyRole unchosen(PrivacyRole said) {
    return said == PrivacyRole.JURISDICTION ? PrivacyRole.QUASI_IDENTIFIER : said;
  }

  private void kinds() {
    Evidence evidence = candidate.evidence();
    for (ValueKind kind : ValueKind.values()) {
      double share = evidence.shares().getOrDefault(kind, 0.0);
      if (share >= kind.share() && Strictness.of(kind.role()) >= Strictness.of(role)) {
        raise(kind.role(), percent(share) + " of its values are " + kind.says());
        return;
      }
    }
  }

  private static String percent(double share) {
    return share > 0.995
        ? "all or nearly all"
        : String.format(Locale.ROOT, "%.0f %%", Math.max(1, share * 100));
  }

  /** Texts that say more than the name lets expect. */
  private void texts() {
    Evidence evidence = candidate.evidence();
    boolean text = candidate.type() == LogicalType.STRING;
    if (text && evidence.freeText()) {
      raise(PrivacyRole.IDENTIFIER, "free text may hold anything");
    } else if (text && evidence.unique() && evidence.values() >= ENOUGH_TO_BE_UNIQUE) {
      raise(PrivacyRole.IDENTIFIER, "no value stands twice");
    } else if (evidence.decadesApart()) {
      raise(PrivacyRole.QUASI_IDENTIFIER, "the dates lie decades apart, as days of birth do");
    }
  }

  private void unknown() {
    Evidence evidence = candidate.evidence();
    if (candidate.type() == LogicalType.STRING) {
      unknownText(evidence);
    } else if (candidate.type() == LogicalType.INTEGER && evidence.unique()) {
      raise(PrivacyRole.IDENTIFIER, "no value stands twice");
    } else {
      String what = evidence.decadesApart() ? "dates decades apart, as days of birth are" : "";
      raise(
          PrivacyRole.QUASI_IDENTIFIER,
          what.isEmpty() ? "the name says nothing known; in doubt it narrows down" : what);
    }
  }

  private void unknownText(Evidence evidence) {
    if (evidence.few() && !evidence.freeText()) {
      raise(PrivacyRole.QUASI_IDENTIFIER, "the name says nothing known, and few values recur");
    } else if (evidence.values() == 0) {
      raise(PrivacyRole.IDENTIFIER, "neither name nor values say anything");
    } else {
      raise(
          PrivacyRole.IDENTIFIER,
          evidence.freeText()
              ? "free text may hold anything"
              : "the name says nothing known, and its values are many or few of them were seen");
    }
  }

  private void raise(PrivacyRole to, String reason) {
    if (reasons.isEmpty() || Strictness.stricter(to, role)) {
      role = to;
      reasons.clear(); // what spoke for less is no reason for this
      reasons.add(reason);
    } else if (Strictness.of(to) == Strictness.of(role)) {
      reasons.add(reason);
    }
  }
}
