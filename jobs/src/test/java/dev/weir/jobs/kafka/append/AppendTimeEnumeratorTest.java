package dev.weir.jobs.kafka.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AppendTimeEnumeratorTest {

  private final Connector connector = new Connector();
  private final List<String> sent = new ArrayList<>();
  private final AppendTimeEnumerator enumerator = new AppendTimeEnumerator(connector, context());

  @Test
  void readers_areToldOncePartitionsHaveOne_andOnlyThen() {
    connector.unassigned.add(split(1));
    connector.assigned.add(split(0));
    enumerator.handleSourceEvent(2, new PartitionCount(2));
    assertThat(sent).isEmpty();
    connector.assigned.add(split(1));
    enumerator.handleSourceEvent(2, new PartitionCount(2));
    assertThat(sent).containsExactly("2 PartitionCount[partitions=2]");
  }

  @Test
  void readerThatIsGone_isNotTold() {
    connector.assigned.add(split(0));
    enumerator.handleSourceEvent(7, new PartitionCount(1));
    assertThat(sent).isEmpty();
  }

  @Test
  void whatIsNotOurs_isTheConnectors() {
    SourceEvent other = new SourceEvent() {};
    enumerator.handleSourceEvent(0, other);
    assertThat(connector.events).containsExactly(other);
  }

  private static KafkaPartitionSplit split(int partition) {
    return new KafkaPartitionSplit(new TopicPartition("t", partition), 0);
  }

  @SuppressWarnings("unchecked")
  private SplitEnumeratorContext<KafkaPartitionSplit> context() {
    return (SplitEnumeratorContext<KafkaPartitionSplit>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SplitEnumeratorContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "registeredReaders" -> Map.of(2, new ReaderInfo(2, "here"));
                  case "sendEventToSourceReader" -> sent.add(arguments[0] + " " + arguments[1]);
                  default -> throw new AssertionError(method);
                });
  }

  private static final class Connector
      implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

    private final Set<KafkaPartitionSplit> assigned = new HashSet<>();
    private final Set<KafkaPartitionSplit> unassigned = new HashSet<>();
    private final List<SourceEvent> events = new ArrayList<>();

    @Override
    public KafkaSourceEnumState snapshotState(long checkpoint) {
      return new KafkaSourceEnumState(assigned, unassigned, true);
    }

    @Override
    public void handleSourceEvent(int subtask, SourceEvent event) {
      events.add(event);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {}

    @Override
    public void addReader(int subtask) {}

    @Override
    public void close() throws IOException {}
  }
}
