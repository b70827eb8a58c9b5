package dev.weir.jobs.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** A graph as text: what a reviewer must see when it changes. */
final class GraphText {

  private GraphText() {}

  static String of(StreamGraph graph) {
    List<String> lines = new ArrayList<>();
    graph.getStreamNodes().stream()
        .sorted(Comparator.comparingInt(StreamNode::getId))
        .forEach(node -> lines.add(line(graph, node)));
    JobGraph job = graph.getJobGraph();
    lines.add("--- tasks");
    job.getVerticesSortedTopologicallyFromSources().forEach(task -> lines.add(line(task)));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String line(StreamGraph graph, StreamNode node) {
    String from =
        node.getInEdges().stream()
            .map(
                edge ->
                    graph.getStreamNode(edge.getSourceId()).getTransformationUID()
                        + " "
                        + edge.getPartitioner())
            .collect(Collectors.joining(", "));
    return node.getOperatorName()
        + " | uid "
        + node.getTransformationUID()
        + " | parallelism "
        + node.getParallelism()
        + " of "
        + node.getMaxParallelism()
        + " | out "
        + name(node)
        + " | from "
        + (from.isEmpty() ? "-" : from);
  }

  private static String name(StreamNode node) {
    return node.getTypeSerializerOut() == null
        ? "-"
        : node.getTypeSerializerOut().getClass().getSimpleName();
  }

  private static String line(JobVertex task) {
    String states =
        task.getOperatorIDs().stream()
            .map(OperatorIDPair::getGeneratedOperatorID)
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    return task.getName() + " | " + states;
  }
}
