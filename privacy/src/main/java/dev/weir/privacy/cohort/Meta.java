package dev.weir.privacy.cohort;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a region remembers besides people, cohorts and rows. */
final class Meta {

  private long nextCohort;
  private int flushAt;
  private final Deque<Double> losses = new ArrayDeque<>();

  Meta(int flushAt) {
    this.flushAt = flushAt;
  }

  long takeCohortNumber() {
    return nextCohort++;
  }

  /** As many people may wait before they are grouped at once. */
  int flushAt() {
    return flushAt;
  }

  void flushAt(int people) {
    flushAt = people;
  }

  void remember(double loss, int memory) {
    losses.addLast(loss);
    if (losses.size() > memory) {
      losses.removeFirst();
    }
  }

  /** The mean loss of the last new cohorts; 0 before the first, when there is none to join. */
  double tau() {
    return losses.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  byte[] page() {
    return PageForm.write(
        out -> {
          out.writeLong(nextCohort);
          out.writeInt(flushAt);
          out.writeInt(losses.size());
          for (double loss : losses) {
            out.writeDouble(loss);
          }
        });
  }

  static Meta of(byte[] page) {
    return PageForm.read(
        page,
        in -> {
          long nextCohort = in.readLong();
          Meta meta = new Meta(in.readInt());
          meta.nextCohort = nextCohort;
          int losses = in.readInt();
          for (int n = 0; n < losses; n++) {
            meta.losses.addLast(in.readDouble());
          }
          return meta;
        });
  }
}
