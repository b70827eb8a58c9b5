package dev.weir.tokenization;

/**
 * What a caller shows to turn tokens back into what they stand for. It keeps nobody out; it makes
 * every place that does so easy to find, in review and by search. Only commands of the data's owner
 * ask for it, never the stream.
 */
public final class SourceValueAccess {

  private static final SourceValueAccess OWNER = new SourceValueAccess();

  private SourceValueAccess() {}

  /** For code that runs at the owner's wish and hands the value to the owner. */
  public static SourceValueAccess forTheOwner() {
    return OWNER;
  }
}
