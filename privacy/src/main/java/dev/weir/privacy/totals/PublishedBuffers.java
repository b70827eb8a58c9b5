package dev.weir.privacy.totals;

import java.util.ArrayList;
import java.util.List;

/**
 * From C times a stream back to the stream's totals: solves C step by step. Knows only what has
 * noise, so that its rounding gives nothing away.
 */
final class PublishedBuffers {

  private final Decay decay;
  private final double[] buffers;
  private double total;

  PublishedBuffers(Decay decay, List<Double> buffers, double total) {
    this.decay = decay;
    this.buffers = buffers.stream().mapToDouble(Double::doubleValue).toArray();
    this.total = total;
  }

  /** The total after a step for which C has that value. */
  double step(double product) {
    double added = product;
    for (int i = 0; i < buffers.length; i++) {
      added -= decay.weightOf(i) * buffers[i];
    }
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = decay.powerOf(i) * (buffers[i] + added);
    }
    total += added;
    return total;
  }

  List<Double> buffers() {
    List<Double> list = new ArrayList<>();
    for (double buffer : buffers) {
      list.add(buffer);
    }
    return List.copyOf(list);
  }
}
