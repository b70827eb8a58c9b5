package dev.weir.metering.books;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Status;
import dev.weir.metering.books.RatingReport.RatedAgreement;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.rating.Held;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.UsageEvent;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether all terms are there that the books were, or must be, rated by. A file that is left out
 * would take back what was charged by it, or would leave usage out.
 */
final class TermsCheck {

  private final Books books;
  private final Terms terms;
  private final SortedSet<String> problems = new TreeSet<>();

  private TermsCheck(Books books, Terms terms) {
    this.books = books;
    this.terms = terms;
  }

  /**
   * @throws BooksException if they are not; names all that is missing
   */
  static void check(Books books, Terms terms, YearMonth upTo) throws BooksException {
    TermsCheck check = new TermsCheck(books, terms);
    check.versions();
    check.usage(upTo);
    check.rated();
    check.inForce();
    if (!check.problems.isEmpty()) {
      throw new BooksException(String.join("\n", check.problems));
    }
  }

  private void versions() {
    terms.agreements().values().forEach(this::versions);
  }

  private void versions(List<Held> of) {
    Set<Object> since = new HashSet<>();
    Set<String> parties = new HashSet<>();
    for (Held held : of) {
      Agreement one = held.agreement();
      parties.add(one.partner().id() + " " + one.product().id());
      if (!since.add(held.since())) {
        problems.add(
            "Two versions of "
                + one.id()
                + " hold since "
                + held.since()
                + ". Say by --since "
                + one.id()
                + "@VERSION=INSTANT when one took the place of the other.");
      }
    }
    if (parties.size() > 1) {
      problems.add(
          "The versions of "
              + of.get(0).agreement().id()
              + " are of several partners or products. Give another agreement another id.");
    }
  }

  private void usage(YearMonth upTo) {
    Set<AgreementRef> known = terms.refs();
    Map<String, String> partners = new HashMap<>();
    terms.versions().forEach(v -> partners.put(v.agreement().id(), v.agreement().partner().id()));
    for (UsageEvent event : books.usage().events()) {
      AgreementRef of = event.data().agreement();
      if (event.data().window().month().isAfter(upTo)) {
        continue;
      }
      if (!known.contains(of)) {
        problems.add("There is usage of " + of + ", and no file of it. Give it by --agreement.");
      } else if (!event.data().partner().equals(partners.get(of.id()))) {
        problems.add(
            "There is usage of "
                + of
                + " by another partner than its file names. Give the agreement by which it was"
                + " released.");
      }
    }
  }

  private void rated() {
    Set<String> given = terms.agreements().keySet();
    books.report().agreements().stream()
        .map(RatedAgreement::agreement)
        .filter(id -> !given.contains(id))
        .forEach(id -> problems.add(id + " was rated before. Give its file by --agreement."));
  }

  private void inForce() {
    Set<String> charged = new HashSet<>();
    books.ledger().entries().stream()
        .filter(Posting.class::isInstance)
        .forEach(entry -> charged.add(((Posting) entry).key().agreement()));
    books.usage().events().forEach(event -> charged.add(event.data().agreement().id()));
    terms
        .agreements()
        .forEach(
            (id, versions) -> {
              if (charged.contains(id) && versions.stream().noneMatch(TermsCheck::wasInForce)) {
                problems.add(
                    id
                        + " was used or charged, and no version of it that is given was in force."
                        + " Give the one that was too, and say by --since when it ended.");
              }
            });
  }

  private static boolean wasInForce(Held held) {
    Status status = held.agreement().status();
    return status == Status.ACTIVE || status == Status.SUSPENDED;
  }
}
