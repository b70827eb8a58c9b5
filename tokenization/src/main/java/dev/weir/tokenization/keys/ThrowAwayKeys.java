package dev.weir.tokenization.keys;

import com.google.crypto.tink.KeysetHandle;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.SubjectKeyring;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys drawn for every partner that is asked for, held in memory and gone with this object: for
 * looking at what would leave, where no token leaves. Nobody can reverse its tokens afterwards.
 */
public final class ThrowAwayKeys implements KeyProvider {

  private static final ThrowAwayKeys OF_THIS_PROCESS = new ThrowAwayKeys();

  private final Map<String, PartnerKeys> partners = new ConcurrentHashMap<>();
  private final SubjectKeyring subjects =
      SubjectKeyring.of(NewKeyset.of(KeyUse.RANDOM), NewKeyset.wrapping());

  /** The same for all who ask in this process. */
  public static ThrowAwayKeys ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  @Override
  public SubjectKeyring subjects() {
    return subjects;
  }

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
