package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.gateway.SourceTopic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Topics that releases may not write to, nor gateways read, and whose they are. */
final class OwnTopics {

  private static final String DEFAULT_PREFIX = "weir";

  /** Of {@code weir run}, which writes what a topic would hold to a file of the topic's name. */
  private static final Set<String> RESULTS =
      Set.of(
          "charges",
          "dead-letters",
          "ledger",
          "report",
          "subject-keys",
          "summary",
          "usage",
          "usage-internal");

  private final Map<String, String> written = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private final Set<String> prefixes = new LinkedHashSet<>();

  private OwnTopics() {
    prefixes.add(DEFAULT_PREFIX);
  }

  static OwnTopics of(FileSet files) {
    OwnTopics topics = new OwnTopics();
    files.products().forEach(product -> topics.deadLettersOf(product.value().id()));
    for (Document<Agreement> document : files.agreements()) {
      topics.deadLettersOf(document.value().product().id());
      topics.usageOf(document.value().partner().id());
    }
    for (Document<Gateway> document : files.gateways()) {
      topics.prefixes.add(document.value().topicPrefix());
      document.value().sources().values().forEach(topics::source);
    }
    return topics;
  }

  private void deadLettersOf(String product) {
    written.put(collapsed(deadLetters(product)), "where the dead letters of " + product + " go");
  }

  private void usageOf(String partner) {
    written.put(collapsed(partner + ".usage"), "where the usage of " + partner + " goes");
  }

  private void source(SourceTopic source) {
    read.add(collapsed(source.topic()));
  }

  /** Where the dead letters of a product go. */
  static String deadLetters(String product) {
    return product + ".dead-letters";
  }

  /** Kafka takes names that differ in dots and underscores alone for the same. */
  static String collapsed(String topic) {
    return topic.replace('_', '.');
  }

  /** Whose a topic is that a release would write, in words; null: nobody's. */
  @Nullable String owner(String topic) {
    if (RESULTS.contains(topic.toLowerCase(Locale.ROOT))) {
      return "the name of a file that weir run writes for itself";
    } else if (read.contains(collapsed(topic))) {
      return "one that the gateway reads";
    }
    return writer(topic);
  }

  /** What Weir itself writes to a topic, in words; null: nothing. */
  @Nullable String writer(String topic) {
    boolean prefixed =
        prefixes.stream().anyMatch(p -> collapsed(topic).startsWith(collapsed(p) + "."));
    return prefixed ? "under the prefix of Weir's own topics" : written.get(collapsed(topic));
  }
}
