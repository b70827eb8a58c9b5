package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.document.Document;
import dev.weir.config.gateway.SourceTopic;
import java.util.List;
import java.util.Map;

/** Judges where the timestamps of producers stand in place of the broker's. */
final class ProducerClockCheck {

  private static final String KEY = "trustProducerClock";

  private final Place sources;
  private final List<Document<Agreement>> agreements;

  ProducerClockCheck(Place sources, List<Document<Agreement>> agreements) {
    this.sources = sources;
    this.agreements = agreements;
  }

  void check(Map<String, SourceTopic> named) {
    named.forEach(
        (product, source) -> {
          if (source.trustProducerClock()) {
            note(sources.key(product).key(KEY), hasStatistics(product));
          }
        });
  }

  private static void note(Place place, boolean statistics) {
    if (statistics) {
      place.note(
          CheckRule.PRODUCER_CLOCK,
          "Whoever writes to the topic says when a record came, and so what is late for statistics",
          "Give the topic message.timestamp.type=LogAppendTime and leave this out, if you may");
    } else {
      place.note(
          CheckRule.SETTING_WITHOUT_EFFECT,
          "No agreement has statistics of the product, which alone go by that clock",
          "Leave it out");
    }
  }

  private boolean hasStatistics(String product) {
    return agreements.stream()
        .map(Document::value)
        .filter(agreement -> agreement.product().id().equals(product))
        .flatMap(agreement -> agreement.releases().stream())
        .anyMatch(Release.Statistics.class::isInstance);
  }
}
