package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges which release writes to which topic. */
final class TopicCheck {

  private static final String LEGAL = "[A-Za-z0-9._-]{1,249}";

  private final FileSet files;
  private final Problems problems;
  private final OwnTopics own;

  TopicCheck(FileSet files, Problems problems) {
    this.files = files;
    this.problems = problems;
    own = OwnTopics.of(files);
  }

  /** A release's topic in its place. */
  private record Use(String agreement, String file, Release release, Place place) {

    String said() {
      return "the release " + release.name() + " of " + agreement + " (" + file + ")";
    }
  }

  void check() {
    files.products().forEach(this::deadLetterTopic);
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (Document<Agreement> agreement : files.agreements()) {
      for (Use use : uses(agreement)) {
        reserved(use);
        String name = OwnTopics.collapsed(use.release().topic());
        uses.computeIfAbsent(name, n -> new ArrayList<>()).add(use);
      }
    }
    uses.values().forEach(TopicCheck::clash);
  }

  private void deadLetterTopic(Document<Product> product) {
    if (!OwnTopics.deadLetters(product.value().id()).matches(LEGAL)) {
      Place.root(product, problems)
          .key("id")
          .note(
              CheckRule.TOPIC_NAME,
              "The id is part of the topic " + OwnTopics.deadLetters("<id>") + " and cannot be",
              "Use at most 236 of A-Z a-z 0-9 . _ -");
    }
  }

  private List<Use> uses(Document<Agreement> document) {
    List<Use> uses = new ArrayList<>();
    List<Release> releases = document.value().releases();
    for (int i = 0; i < releases.size(); i++) {
      Place place = Place.root(document, problems).key("releases").item(i).key("topic");
      String file = document.file().toString();
      uses.add(new Use(document.value().id(), file, releases.get(i), place));
    }
    return uses;
  }

  private void reserved(Use use) {
    String owner = own.owner(use.release().topic());
    if (owner != null) {
      use.place()
          .note(
              CheckRule.TOPIC_RESERVED,
              "The topic " + use.release().topic() + " is " + owner,
              "Name another topic");
    }
  }

  private static void clash(List<Use> uses) {
    for (Use use : uses) {
      uses.stream()
          .filter(other -> other != use)
          .forEach(
              other ->
                  use.place()
                      .note(
                          CheckRule.TOPIC_CLASH,
                          "The topic " + use.release().topic() + " is that of " + other.said(),
                          "Name a topic that no other release has; . and _ count as the same"));
    }
  }
}
