package dev.weir.local.draft.role;

import dev.weir.config.FieldPath;
import dev.weir.config.product.PrivacyRole;
import dev.weir.local.draft.field.Draft.DraftObject;
import dev.weir.local.draft.field.DraftField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The proposals for the fields of one schema object that have no role yet, in their order. */
public final class Proposals {

  private final List<Candidate> all = new ArrayList<>();

  private Proposals() {}

  /** A role for every single value, and every array of them, that has none. */
  public static Map<FieldPath, Proposal> of(DraftObject object) {
    Proposals proposals = new Proposals();
    NameWords name = NameWords.of(object.name());
    object.fields().forEach(field -> proposals.add(FieldPath.of(field.name()), field, name));
    return proposals.proposed();
  }

  private void add(FieldPath path, DraftField field, NameWords above) {
    NameWords own = NameWords.of(field.name());
    if (field.takesRole()) {
      all.add(new Candidate(path, field, own, above));
    }
    field.fields().forEach(below -> add(path.then(below.name()), below, own));
    DraftField items = field.items();
    if (items != null && !path.segments().get(path.segments().size() - 1).items()) {
      FieldPath each = path.eachItem();
      items.fields().forEach(below -> add(each.then(below.name()), below, own));
    }
  }

  private Map<FieldPath, Proposal> proposed() {
    Optional<Candidate> subject = unlessGiven(PrivacyRole.SUBJECT, Choices.subject(open()));
    Optional<Candidate> jurisdiction =
        unlessGiven(PrivacyRole.JURISDICTION, Choices.jurisdiction(open()));
    Optional<Candidate> eventTime = Choices.eventTime(all);
    Map<FieldPath, Proposal> proposals = new LinkedHashMap<>();
    for (Candidate candidate : open()) {
      Proposal judged = Judgement.of(candidate);
      if (subject.filter(candidate::equals).isPresent()) {
        judged = new Proposal(PrivacyRole.SUBJECT, "the name says a person's key", false);
      } else if (jurisdiction.filter(candidate::equals).isPresent()) {
        judged = jurisdiction(judged);
      } else if (eventTime.filter(candidate::equals).isPresent()) {
        judged = new Proposal(judged.role(), judged.reason() + "; the event's own time", true);
      }
      proposals.put(candidate.path(), judged);
    }
    return proposals;
  }

  /** What its values say more strictly stays. */
  private static Proposal jurisdiction(Proposal judged) {
    return Strictness.stricter(judged.role(), PrivacyRole.JURISDICTION)
        ? judged
        : new Proposal(
            PrivacyRole.JURISDICTION, judged.reason() + "; by it the law may be told", false);
  }

  private List<Candidate> open() {
    return all.stream().filter(candidate -> candidate.field().role() == null).toList();
  }

  private Optional<Candidate> unlessGiven(PrivacyRole role, Optional<Candidate> chosen) {
    boolean given = all.stream().anyMatch(candidate -> candidate.field().role() == role);
    return given ? Optional.empty() : chosen;
  }
}
