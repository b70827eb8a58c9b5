package dev.weir.operators.meter;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.weir.operators.record.Event;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import org.jspecify.annotations.Nullable;

/** Hashes whose an event is, once for all releases. It never leaves. Confined to one thread. */
final class PeopleHash {

  private final SubjectReader reader;
  private final Hasher64 hasher;
  private @Nullable Event last;
  private boolean known;
  private long hash;

  /**
   * @param product the same people of two products are not to be found by comparing sketches
   */
  PeopleHash(SubjectReader reader, String product) {
    this.reader = reader;
    this.hasher = Hashing.komihash5_0(Hashing.komihash5_0().hashCharsToLong(product));
  }

  /** Whether the event has a subject. */
  @SuppressWarnings("ReferenceEquality") // the event at hand, not one that is like it
  boolean has(Event event) {
    if (event != last) {
      last = event;
      Slice subject = reader.read(event);
      known = !subject.isEmpty();
      hash =
          known
              ? hasher.hashBytesToLong(
                  subject.array(), subject.from(), subject.to() - subject.from())
              : 0;
    }
    return known;
  }

  /** Of the event that was asked about. */
  long hash() {
    return hash;
  }
}
