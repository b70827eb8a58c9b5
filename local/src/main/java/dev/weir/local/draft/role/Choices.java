package dev.weir.local.draft.role;

import dev.weir.config.LogicalType;
import dev.weir.config.product.PrivacyRole;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Chooses what a record has one of: its subject, its jurisdiction, its event's time. */
final class Choices {

  private static final int NONE = -1;

  /** Whose key the subject is rather: of several in a record, the person before the manager. */
  private static final Map<Concept, Integer> OWNERS =
      Map.of(
          Concept.PERSON, 100,
          Concept.STAFF, 85,
          Concept.ACCOUNT, 60,
          Concept.DEVICE, 50,
          Concept.OTHER_PERSON, 40);

  private static final int LINE = 75;
  private static final int WITHOUT_THE_WORD = 20;

  private static final Set<String> OF_SOMEBODY =
      Set.of("address", "adresse", "direccion", "adres", "home", "residence", "billing", "person");
  private static final Set<String> OF_ANOTHER =
      Set.of(
          "merchant",
          "store",
          "shop",
          "seller",
          "shipping",
          "destination",
          "dest",
          "from",
          "to",
          "issuer",
          "device",
          "phone",
          "origin",
          "visited",
          "roaming",
          "server",
          "product",
          "supplier",
          "branch",
          "site");
  private static final Set<String> OF_THE_EVENT =
      Set.of(
          "event",
          "occurred",
          "happened",
          "timestamp",
          "ts",
          "transaction",
          "measured",
          "recorded",
          "reading",
          "call",
          "sold",
          "zeitstempel",
          "zeitpunkt",
          "horodatage",
          "tijdstip");
  private static final Set<String> OF_THE_MACHINE =
      Set.of("updated", "modified", "processed", "received", "ingested", "geaendert", "geandert");

  private Choices() {}

  static Optional<Candidate> subject(List<Candidate> candidates) {
    return best(candidates, Choices::asSubject);
  }

  private static int asSubject(Candidate candidate) {
    boolean fits =
        candidate.type() == LogicalType.STRING || candidate.type() == LogicalType.INTEGER;
    if (!fits || !candidate.single() || candidate.evidence().freeText()) {
      return NONE;
    }
    int best = candidate.concepts().contains(Concept.LINE) ? LINE : NONE;
    for (Map.Entry<Concept, Integer> owner : OWNERS.entrySet()) {
      int plain = candidate.keyOf(owner.getKey());
      boolean alone = plain == 0 && candidate.concepts().isEmpty();
      if (plain > 0 || alone) {
        best = Math.max(best, owner.getValue() + plain - (alone ? WITHOUT_THE_WORD : 0));
      }
    }
    return best == NONE ? NONE : best * 10 - candidate.depth() * 3;
  }

  static Optional<Candidate> jurisdiction(List<Candidate> candidates) {
    return best(candidates, Choices::asJurisdiction);
  }

  private static int asJurisdiction(Candidate candidate) {
    Set<Concept> concepts = candidate.concepts();
    boolean country = concepts.contains(Concept.COUNTRY) && !concepts.contains(Concept.ORIGIN);
    boolean another = any(candidate, OF_ANOTHER);
    if (!country || another || !candidate.single() || candidate.type() != LogicalType.STRING) {
      return NONE;
    } else if (concepts.stream().anyMatch(said -> said.role() == PrivacyRole.IDENTIFIER)) {
      return NONE;
    }
    return 100 + (any(candidate, OF_SOMEBODY) ? 10 : 0) - candidate.depth();
  }

  static Optional<Candidate> eventTime(List<Candidate> candidates) {
    return best(candidates, Choices::asEventTime);
  }

  private static int asEventTime(Candidate candidate) {
    boolean timestamp = candidate.type() == LogicalType.TIMESTAMP;
    boolean time = timestamp || candidate.type() == LogicalType.DATE;
    Set<Concept> concepts = candidate.concepts();
    boolean life = concepts.contains(Concept.BIRTH) || concepts.contains(Concept.DAY);
    boolean event = concepts.contains(Concept.TIME) || any(candidate, OF_THE_EVENT);
    if (!time || life || !event || !candidate.single() || !candidate.field().required()) {
      return NONE;
    } else if (candidate.evidence().decadesApart()) {
      return NONE;
    }
    return 100
        + (timestamp ? 20 : 0)
        + (any(candidate, OF_THE_EVENT) ? 10 : 0)
        - (any(candidate, OF_THE_MACHINE) ? 15 : 0)
        - candidate.depth() * 30;
  }

  private static boolean any(Candidate candidate, Set<String> words) {
    return candidate.own().in(candidate.above()).words().stream().anyMatch(words::contains);
  }

  /** The first of those with the highest score. */
  private static Optional<Candidate> best(
      Collection<Candidate> candidates, ToIntFunction<Candidate> score) {
    Candidate best = null;
    int highest = 0;
    for (Candidate candidate : candidates) {
      int its = score.applyAsInt(candidate);
      if (its > highest) {
        highest = its;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }
}
