package dev.weir.operators.stage;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with keys, each once, told together. */
final class KeyProblems {

  private final Map<JobStoppedException.Kind, TreeSet<String>> found =
      new EnumMap<>(JobStoppedException.Kind.class);

  void add(JobStoppedException.Kind kind, String message) {
    found.computeIfAbsent(kind, same -> new TreeSet<>()).add(message);
  }

  /**
   * Ends the job for good if anything is wrong.
   *
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException of the kind that comes
   *     first, with all messages
   */
  void stop() {
    if (!found.isEmpty()) {
      String all =
          found.values().stream().flatMap(TreeSet::stream).collect(Collectors.joining("; "));
      throw JobStoppedException.stop(found.keySet().iterator().next(), all);
    }
  }
}
