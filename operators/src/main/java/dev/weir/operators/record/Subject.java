package dev.weir.operators.record;

import org.jspecify.annotations.Nullable;

/**
 * Whose an event is, where tokens are erasable.
 *
 * @param key all that the subject's erasable tokens depend on; null: not looked up yet
 * @param fresh whether the key was drawn for this event, and must be kept outside too
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Subject(ValueName name, byte @Nullable [] key, boolean fresh) {

  /** The name; never the key. */
  @Override
  public String toString() {
    return "Subject[" + name + "]";
  }
}
