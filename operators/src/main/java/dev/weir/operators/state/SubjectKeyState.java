package dev.weir.operators.state;

/**
 * The key of one subject.
 *
 * @param key 32 random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SubjectKeyState(byte[] key) {

  /** Without the key. */
  @Override
  public String toString() {
    return "SubjectKeyState[hidden]";
  }
}
