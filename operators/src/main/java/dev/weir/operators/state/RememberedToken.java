package dev.weir.operators.state;

/**
 * A random token of a value.
 *
 * @param token its random bytes
 * @param drawn when, in ms since the epoch
 * @param until when it is forgotten
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RememberedToken(byte[] token, long drawn, long until) {

  /** Without the token. */
  @Override
  public String toString() {
    return "RememberedToken[" + drawn + ", " + until + "]";
  }
}
