package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Box;
import dev.weir.privacy.generalize.Codes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;

/**
 * A cohort's name, for binding tokens to: made of its content, so that a replay that came to
 * another box would come to other tokens too.
 */
public record CohortId(long high, long low) {

  /**
   * @param context whose cohort it is: partner, agreement, release, region; names of two contexts
   *     never meet
   * @param sequence different for each cohort of a context that is made of one state
   * @param founders whose rows it is first shown with. They tell it from a cohort of another run,
   *     or of a state that was lost, with the same number and box: a token that was in both would
   *     be of somebody who is in both crowds
   */
  static CohortId of(byte[] context, long sequence, Box box, Collection<Subject> founders) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(4).putInt(context.length).array());
    digest.update(context);
    digest.update(ByteBuffer.allocate(8).putLong(sequence).array());
    update(digest, box.from());
    update(digest, box.to());
    founders.stream()
        .sorted(Comparator.comparingLong(Subject::high).thenComparingLong(Subject::low))
        .forEach(founder -> update(digest, Codes.of(founder.high(), founder.low())));
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new CohortId(hash.getLong(), hash.getLong());
  }

  private static void update(MessageDigest digest, Codes codes) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * codes.size());
    for (int axis = 0; axis < codes.size(); axis++) {
      bytes.putLong(codes.get(axis));
    }
    digest.update(bytes.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
