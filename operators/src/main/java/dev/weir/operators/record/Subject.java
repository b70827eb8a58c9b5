package dev.weir.operators.record;

import org.jspecify.annotations.Nullable;

/**
 * Whose an event is, where tokens are erasable.
 *
 * @param key all that the subject's erasable tokens depend on; null: not looked up yet
 * @param fresh whether the key was drawn for this event, and must be kept outside too; without a
 *     key: it was taken away, and must be so outside too
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Subject(ValueName name, byte @Nullable [] key, boolean fresh) {

  /** A subject whose key is gone, which its owner is to be told. */
  public static Subject forgotten(ValueName name) {
    return new Subject(name, null, true);
  }

  /** Whether it is such a one: then its event is of no record. */
  public boolean isForgotten() {
    return fresh && key == null;
  }

  /** The name; never the key. */
  @Override
  public String toString() {
    return "Subject[" + name + "]";
  }
}
