package dev.weir.tokenization.keys;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.NewKeyset;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a key file holds when it is open.
 *
 * @param created for each key id, unsigned, when it was made (RFC 3339)
 * @param keyset Tink's JSON form
 */
@JsonPropertyOrder({"version", "created", "keyset"})
record StoredKeyset(int version, SortedMap<String, String> created, String keyset) {

  static StoredKeyset of(KeysetHandle handle, Instant now) {
    return of(handle, new TreeMap<>(), now);
  }

  /** The keyset, with the times of those keys that were in the former one. */
  static StoredKeyset of(KeysetHandle handle, StoredKeyset former, Instant now) {
    return of(handle, former.created, now);
  }

  private static StoredKeyset of(
      KeysetHandle handle, SortedMap<String, String> known, Instant now) {
    String second = now.truncatedTo(ChronoUnit.SECONDS).toString();
    SortedMap<String, String> created = new TreeMap<>();
    for (int at = 0; at < handle.size(); at++) {
      String id = id(handle.getAt(at).getId());
      created.put(id, known.getOrDefault(id, second));
    }
    try {
      String json =
          TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
      return new StoredKeyset(1, created, json);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not write a keyset");
    }
  }

  static StoredKeyset read(Path file, byte[] content) {
    return StrictJson.read(file, content, StoredKeyset.class);
  }

  /**
   * @throws KeyException if Tink does not know the kind of key
   */
  KeysetHandle handle(Path file) {
    NewKeyset.registerKinds();
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED, file + " holds a kind of key that this Weir cannot use");
    }
  }

  /** When the key was made; the epoch if the file does not say. */
  Instant created(int keyId) {
    try {
      return Instant.parse(created.getOrDefault(id(keyId), Instant.EPOCH.toString()));
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static String id(int keyId) {
    return Integer.toUnsignedString(keyId);
  }

  /** Without the keyset. */
  @Override
  public String toString() {
    return "StoredKeyset[" + created.keySet() + "]";
  }
}
