package dev.weir.tokenization.keys;

import com.google.crypto.tink.KeysetHandle;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys drawn for every partner that is asked for, held in memory and gone with this object: for
 * looking at what would leave, where no token leaves. Nobody can reverse its tokens afterwards.
 */
public final class ThrowAwayKeys implements KeyProvider {

  private final Map<String, PartnerKeys> partners = new ConcurrentHashMap<>();

  @Override
  public PartnerKeys partner(String partner) {
    return partners.computeIfAbsent(partner, ThrowAwayKeys::draw);
  }

  private static PartnerKeys draw(String partner) {
    Map<KeyUse, KeysetHandle> keysets = new EnumMap<>(KeyUse.class);
    for (KeyUse use : KeyUse.values()) {
      keysets.put(use, NewKeyset.of(use));
    }
    return PartnerKeys.of(partner, keysets);
  }

  /** Nothing that is kept. */
  @Override
  public List<KeyEntry> list() {
    return List.of();
  }

  @Override
  public String toString() {
    return "ThrowAwayKeys";
  }
}
