package dev.weir.privacy.cluster;

import dev.weir.privacy.generalize.Span;
import java.util.List;

/** An axis in parts. Missing values are in the first, where they share a box with none but them. */
public sealed interface Division {

  int axis();

  /** How many, at least 1. */
  int parts();

  /** Of a code, from 0. */
  int part(long code);

  /**
   * Runs of codes.
   *
   * @param starts of each part but the first, in any order
   */
  record Runs(int axis, List<Long> starts) implements Division {

    public Runs {
      starts = starts.stream().sorted().toList();
    }

    @Override
    public int parts() {
      return starts.size() + 1;
    }

    @Override
    public int part(long code) {
      int part = 0;
      while (part < starts.size() && starts.get(part) <= code) {
        part++;
      }
      return part;
    }
  }

  /**
   * What lies under some labels, and all others before them.
   *
   * @param labels the leaves of each; a leaf under several is the first one's
   */
  record Labels(int axis, List<Span> labels) implements Division {

    public Labels {
      labels = List.copyOf(labels);
    }

    @Override
    public int parts() {
      return labels.size() + 1;
    }

    @Override
    public int part(long code) {
      for (int label = 0; label < labels.size(); label++) {
        if (labels.get(label).holds(code)) {
          return label + 1;
        }
      }
      return 0;
    }
  }
}
