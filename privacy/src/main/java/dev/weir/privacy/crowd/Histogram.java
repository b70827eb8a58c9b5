package dev.weir.privacy.crowd;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * How many people have each value of one sensitive field. A person with several values counts once
 * for each.
 */
public final class Histogram {

  private final TreeMap<Long, Integer> counts = new TreeMap<>();
  private int total;

  void add(long value) {
    counts.merge(value, 1, Integer::sum);
    total++;
  }

  /** One that is not there is a defect of the caller. */
  void remove(long value) {
    Integer count = counts.get(value);
    if (count == null) {
      throw new IllegalStateException("A value is removed that was never added");
    }
    if (count == 1) {
      counts.remove(value);
    } else {
      counts.put(value, count - 1);
    }
    total--;
  }

  void addAll(Histogram other) {
    other.counts.forEach((value, count) -> counts.merge(value, count, Integer::sum));
    total += other.total;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(counts.size());
    for (Map.Entry<Long, Integer> count : counts.entrySet()) {
      out.writeLong(count.getKey());
      out.writeInt(count.getValue());
    }
  }

  void read(DataInputStream in) throws IOException {
    int size = in.readInt();
    for (int n = 0; n < size; n++) {
      long value = in.readLong();
      int count = in.readInt();
      counts.put(value, count);
      total += count;
    }
  }

  public boolean has(long value) {
    return counts.containsKey(value);
  }

  public int distinct() {
    return counts.size();
  }

  public int total() {
    return total;
  }

  public int count(long value) {
    return counts.getOrDefault(value, 0);
  }

  public void forEachValue(LongConsumer consumer) {
    counts.keySet().forEach(consumer::accept);
  }

  /** e to Shannon's entropy: as many equally frequent values would be as diverse. 0 if empty. */
  public double effective() {
    double entropy = 0;
    for (int count : counts.values()) {
      double share = (double) count / total;
      entropy -= share * Math.log(share);
    }
    return total == 0 ? 0 : Math.exp(entropy);
  }

  /** Distinct values, of which a missing one is none. */
  int present() {
    return has(Values.ABSENT) ? distinct() - 1 : distinct();
  }

  /** As {@link #effective}, and never more for those of whom no value is there. */
  double effectivePresent() {
    if (!has(Values.ABSENT)) {
      return effective();
    }
    Histogram there = new Histogram();
    counts.forEach(
        (value, count) -> {
          if (value != Values.ABSENT) {
            there.counts.put(value, count);
            there.total += count;
          }
        });
    return Math.min(effective(), there.effective());
  }

  /** Half the sum of the differences of shares: earth mover's distance, all values equally far. */
  public double equalDistance(Histogram everybody) {
    double sum = 0;
    for (long value : union(everybody).keySet()) {
      sum += Math.abs(share(value) - everybody.share(value));
    }
    return sum / 2;
  }

  /**
   * Earth mover's distance where neighbours among everybody's values are 1 / (values - 1) apart
   * (Li, Li, Venkatasubramanian 2007, section 5.1).
   */
  public double orderedDistance(Histogram everybody) {
    double carried = 0;
    double sum = 0;
    Map<Long, Integer> values = union(everybody);
    for (long value : values.keySet()) {
      carried += share(value) - everybody.share(value);
      sum += Math.abs(carried);
    }
    return values.size() < 2 ? 0 : sum / (values.size() - 1);
  }

  private double share(long value) {
    return total == 0 ? 0 : (double) count(value) / total;
  }

  /** Everybody is everybody, but nothing here should depend on it. */
  private Map<Long, Integer> union(Histogram everybody) {
    if (everybody.counts.keySet().containsAll(counts.keySet())) {
      return everybody.counts;
    }
    Map<Long, Integer> union = new TreeMap<>(everybody.counts);
    union.putAll(counts);
    return union;
  }
}
