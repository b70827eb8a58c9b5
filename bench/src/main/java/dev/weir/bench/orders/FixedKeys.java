package dev.weir.bench.orders;

import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.keys.KeyEntry;
import dev.weir.tokenization.keys.KeyProvider;
import java.time.Instant;
import java.util.List;

/** The keys of the one partner that there is, in memory. */
public record FixedKeys(PartnerKeys keys) implements KeyProvider {

  @Override
  public PartnerKeys partner(String partner) {
    return keys;
  }

  @Override
  public List<KeyEntry> list() {
    return keys.uses().stream()
        .flatMap(use -> keys.facts(use).stream())
        .map(facts -> new KeyEntry(keys.partner(), facts, Instant.EPOCH))
        .toList();
  }
}
