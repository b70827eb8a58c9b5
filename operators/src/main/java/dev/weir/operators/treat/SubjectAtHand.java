package dev.weir.operators.treat;

import dev.weir.operators.record.Subject;
import dev.weir.tokenization.SubjectKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The key of the subject whose record is being treated. Confined to one thread. */
public final class SubjectAtHand implements Supplier<@Nullable SubjectKey> {

  private byte @Nullable [] bytes;
  private @Nullable SubjectKey key;

  /** Sets it; null: the record has no subject. */
  public void set(@Nullable Subject subject) {
    byte[] now = subject == null ? null : subject.key();
    if (now == null) {
      key = null;
    } else if (now != bytes || key == null) {
      key = SubjectKey.of(now);
    }
    bytes = now;
  }

  @Override
  public @Nullable SubjectKey get() {
    return key;
  }
}
