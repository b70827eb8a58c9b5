package dev.weir.config.check;

import dev.weir.config.agreement.Release;

/** Judges a release of records. */
final class RecordsCheck {

  private final ReleaseContext context;

  RecordsCheck(ReleaseContext context) {
    this.context = context;
  }

  void check(Release.Records release) {
    new FieldsCheck(context, new RecordRoles()).check(release.fields());
  }
}
