package dev.weir.config.check;

import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.gateway.SourceTopic;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges which release writes to which topic, and that no gateway reads what Weir writes. */
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

  void check() {
    files.products().forEach(this::deadLetterTopic);
    files.gateways().forEach(this::sources);
    Map<String, List<PlacedRelease>> uses = new LinkedHashMap<>();
    for (PlacedRelease use : PlacedRelease.all(files.agreements(), problems)) {
      if (!use.release().topic().isEmpty()) { // it could be read
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

  private void sources(Document<Gateway> gateway) {
    Place sources = Place.root(gateway, problems).key("sources");
    gateway.value().sources().forEach((product, source) -> read(sources.key(product), source));
  }

  /** What Weir writes and reads again would go round for ever. */
  private void read(Place place, SourceTopic source) {
    String writer = own.writer(source.topic());
    if (writer != null) {
      place
          .key("topic")
          .note(
              CheckRule.TOPIC_RESERVED,
              "The topic " + source.topic() + " is " + writer,
              "Read another topic");
    }
  }

  private void reserved(PlacedRelease use) {
    String owner = own.owner(use.release().topic());
    if (owner != null) {
      use.place()
          .key("topic")
          .note(
              CheckRule.TOPIC_RESERVED,
              "The topic " + use.release().topic() + " is " + owner,
              "Name another topic");
    }
  }

  private static void clash(List<PlacedRelease> uses) {
    for (PlacedRelease use : uses) {
      uses.stream()
          .filter(other -> other != use)
          .forEach(
              other ->
                  use.place()
                      .key("topic")
                      .note(
                          CheckRule.TOPIC_CLASH,
                          "The topic " + use.release().topic() + " is that of " + other.said(),
                          "Name a topic that no other release has; . and _ count as the same"));
    }
  }
}
