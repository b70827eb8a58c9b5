package dev.weir.jobs.start;

import dev.weir.jobs.kafka.StartFrom;
import java.util.Map;

/**
 * What a check has found out, for the graph.
 *
 * @param maxRecordBytes what every topic that is written takes
 * @param startFrom by product, the end of a topic made fixed offsets
 * @param resume where the job goes on
 */
public record StartFacts(int maxRecordBytes, Map<String, StartFrom> startFrom, Resume resume) {
  public StartFacts {
    startFrom = Map.copyOf(startFrom);
  }
}
