package dev.weir.operators.decode.json;

/** Reads a value that the plan names: notes where it stands, and whether it is as declared. */
interface ValueReader {

  /**
   * Where the value ends that begins there; {@link Grammar#MALFORMED} if it is no JSON.
   *
   * @param base of the frame that has the value's slot
   * @param depth containers that the value is in
   */
  int read(Walk walk, int at, int base, int depth);
}
