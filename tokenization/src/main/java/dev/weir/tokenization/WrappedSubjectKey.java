package dev.weir.tokenization;

/**
 * A subject's key as it is kept outside of state: one record of the topic of subjects' keys.
 *
 * @param subject the subject's name, 32 hex digits
 * @param locator what tokens say of the subject, 32 hex digits
 * @param wrapped the key, encrypted by Tink's AES-GCM under the owner's key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WrappedSubjectKey(String subject, String locator, byte[] wrapped) {

  /** Without the key, wrapped though it is. */
  @Override
  public String toString() {
    return "WrappedSubjectKey[" + subject + "]";
  }
}
