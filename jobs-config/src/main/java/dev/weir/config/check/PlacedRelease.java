package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.document.Document;
import dev.weir.config.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** A release, the agreement it stands in, and its place there. */
record PlacedRelease(Agreement agreement, String file, Release release, Place place) {

  /** The releases of all agreements that could be read, in the files' order. */
  static List<PlacedRelease> all(List<Document<Agreement>> documents, Problems problems) {
    List<PlacedRelease> all = new ArrayList<>();
    for (Document<Agreement> document : documents) {
      List<Release> releases = document.value().releases();
      for (int i = 0; i < releases.size(); i++) {
        Place place = Place.root(document, problems).key("releases").item(i);
        String file = document.file().toString();
        if (releases.get(i) != Release.UNREAD) {
          all.add(new PlacedRelease(document.value(), file, releases.get(i), place));
        }
      }
    }
    return all;
  }

  String partner() {
    return agreement.partner().id();
  }

  /** Whether both are known to be of one partner. */
  boolean samePartner(PlacedRelease other) {
    return !partner().isEmpty() && partner().equals(other.partner());
  }

  /** Whether both are known to be of partners of their own. */
  boolean otherPartner(PlacedRelease other) {
    return !partner().isEmpty() && !other.partner().isEmpty() && !samePartner(other);
  }

  boolean records() {
    return release instanceof Release.Records;
  }

  /** As other releases' problems call it. */
  String said() {
    return "the release " + release.name() + " of " + agreement.id() + " (" + file + ")";
  }
}
