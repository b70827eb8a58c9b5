package dev.weir.bench.naive;

import com.google.crypto.tink.KeysetHandle;
import dev.weir.bench.orders.OrderFormat;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** Treats one record at a time. Confined to one thread. */
public interface NaiveTreatment {

  /** What leaves. */
  record Treated(byte[] key, byte[] value) {}

  Treated treat(byte[] record) throws IOException, GeneralSecurityException;

  /** For orders of that format, under the partner's key. */
  static NaiveTreatment of(OrderFormat format, KeysetHandle keyset)
      throws GeneralSecurityException {
    NaiveTokens tokens = new NaiveTokens(keyset);
    return format == OrderFormat.JSON ? new NaiveJson(tokens) : new NaiveAvro(tokens);
  }
}
