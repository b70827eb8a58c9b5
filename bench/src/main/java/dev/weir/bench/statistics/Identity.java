package dev.weir.bench.statistics;

import dev.weir.operators.state.CohortSubjectSerializer;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.privacy.cohort.Subject;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Passes rows on; and may count those of each person in its state, as it does. */
final class Identity extends KeyedProcessFunction<Integer, StatisticsRow, StatisticsRow> {
  private static final long serialVersionUID = 1L;

  private static final MapStateDescriptor<Subject, Long> ROWS =
      new MapStateDescriptor<>("rows", CohortSubjectSerializer.INSTANCE, LongSerializer.INSTANCE);

  private final boolean counts;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient MapState<Subject, Long> rows;

  Identity(boolean counts) {
    this.counts = counts;
  }

  @Override
  public void open(OpenContext context) {
    rows = getRuntimeContext().getMapState(ROWS);
  }

  @Override
  public void processElement(StatisticsRow row, Context context, Collector<StatisticsRow> out)
      throws Exception {
    if (counts) {
      Subject person = new Subject(row.personHigh(), row.personLow());
      Long before = rows.get(person);
      rows.put(person, before == null ? 1 : before + 1);
    }
    out.collect(row);
  }
}
