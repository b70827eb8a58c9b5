package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.document.Document;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.Product;
import dev.weir.config.product.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Judges one agreement against its product. */
final class AgreementCheck {

  private final Document<Agreement> document;
  private final Product product;
  private final Place root;

  AgreementCheck(Document<Agreement> document, Product product, Problems problems) {
    this.document = document;
    this.product = product;
    root = Place.root(document, problems);
  }

  void check() {
    List<Release> releases = document.value().releases();
    for (int i = 0; i < releases.size(); i++) {
      Release release = releases.get(i);
      Place place = root.key("releases").item(i);
      if (release == Release.UNREAD) {
        continue;
      }
      object(release, place).ifPresent(object -> check(release, place, object));
    }
  }

  private void check(Release release, Place place, SchemaObject object) {
    ObjectFields fields = ObjectFields.of(object);
    jurisdictions(release, fields);
    ReleaseContext context = new ReleaseContext(document, fields, place);
    if (release instanceof Release.Records records) {
      new RecordsCheck(context).check(records);
    } else if (release instanceof Release.Cohorts cohorts) {
      new CohortsCheck(context).check(cohorts);
    } else if (release instanceof Release.Statistics statistics) {
      new StatisticsCheck(context).check(statistics);
    }
  }

  private void jurisdictions(Release release, ObjectFields fields) {
    if (document.value().jurisdictions() != null && fields.jurisdiction().isEmpty()) {
      root.key("jurisdictions")
          .note(
              CheckRule.JURISDICTIONS_WITHOUT_FIELD,
              "What the release " + release.name() + " reads has no field of role jurisdiction",
              "Give one field of the product that role, or leave out jurisdictions");
    }
  }

  private Optional<SchemaObject> object(Release release, Place place) {
    List<String> names = product.objects().stream().map(SchemaObject::name).toList();
    String from = release.from();
    if (from == null && names.size() > 1) {
      place.note(
          CheckRule.OBJECT_UNKNOWN,
          "The product has several schema objects and the release names none",
          "Add from: " + String.join(" or ", names));
      return Optional.empty();
    } else if (from != null && !names.contains(from)) {
      place
          .key("from")
          .note(
              CheckRule.OBJECT_UNKNOWN,
              "The product has no schema object " + from,
              DidYouMean.mend(names, from));
    }
    return product.objects().stream()
        .filter(object -> from == null || object.name().equals(from))
        .findFirst();
  }
}
