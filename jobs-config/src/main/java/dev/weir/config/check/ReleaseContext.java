package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.product.ObjectFields;

/** A release in its agreement, and the fields of what it reads. */
record ReleaseContext(Document<Agreement> document, ObjectFields fields, Place place) {

  /** Notes that the release needs to know whose a record is and cannot. */
  void requireSubject(String why) {
    requireSubject(place, why);
  }

  void requireSubject(Place at, String why) {
    if (fields.subject().isEmpty()) {
      at.note(
          CheckRule.SUBJECT_MISSING,
          why + ", and what this release reads has no field of role subject",
          "Give one field of the product that role");
    }
  }
}
