package dev.weir.plan;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.document.Document;

/**
 * A release and the agreement that it stands in.
 *
 * @param restrained whether a quota of the agreement may keep records of it from leaving
 */
record NamedRelease(Document<Agreement> document, Release release, boolean restrained) {

  Agreement agreement() {
    return document.value();
  }

  /** What releases are sorted by. */
  String name() {
    return agreement().id() + "/" + release.name();
  }
}
