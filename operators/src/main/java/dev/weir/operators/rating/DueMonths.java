package dev.weir.operators.rating;

import dev.weir.operators.record.UsageItem;
import dev.weir.operators.stage.WallClock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Says which months an agreement owes: keyed by agreement, ahead of {@link RatingOperator}. Usage
 * passes; ahead of each barrier those months are named ({@link UsageItem#due}) that were not named
 * before in this attempt. They begin with the first month of the agreement's own usage, as in the
 * books; without usage, with the month in which it was first asked for; and go up to this month. So
 * what is owed depends on neither other agreements, nor the parallelism, nor on restarts.
 */
public final class DueMonths extends AbstractStreamOperator<UsageItem>
    implements OneInputStreamOperator<UsageItem, UsageItem>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 1;

  /** In months since year 0. */
  static final ValueStateDescriptor<Long> FIRST =
      new ValueStateDescriptor<>("first", LongSerializer.INSTANCE);

  private final SortedSet<String> agreements;
  private final WallClock clock;
  private final SortedSet<String> earlier = new TreeSet<>();
  private long reached = Long.MIN_VALUE;

  @SuppressWarnings("NullAway.Init") // set in initializeState, before any record
  private transient ValueState<Long> first;

  public DueMonths(RatingSettings settings) {
    this.agreements = new TreeSet<>(settings.tariffs().keySet());
    this.clock = settings.clock();
  }

  /** By what usage is to be keyed. */
  public static String agreement(UsageItem item) {
    return item.month().substring(0, Math.max(0, item.month().lastIndexOf('/')));
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    first = context.getKeyedStateStore().getState(FIRST);
  }

  @Override
  public void processElement(StreamRecord<UsageItem> element) throws Exception {
    UsageItem item = element.getValue();
    String agreement = agreement(item);
    if (!agreement.isEmpty()) {
      use(agreement, YearMonth.parse(item.month().substring(agreement.length() + 1)));
    }
    output.collect(element);
  }

  private void use(String agreement, YearMonth in) throws Exception {
    long month = number(in);
    Long known = first.value();
    if (known == null || month < known) {
      first.update(month);
      earlier.add(agreement);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    settle();
  }

  @Override
  public void endInput() throws Exception {
    settle();
  }

  private void settle() throws Exception {
    long now = month(Instant.ofEpochMilli(clock.millis()));
    for (String agreement : now == reached ? earlier : agreements) {
      if (agreements.contains(agreement) && isOurs(agreement, getRuntimeContext())) {
        name(agreement, now);
      }
    }
    earlier.clear();
    reached = now;
  }

  /** To name a month again costs a look; to leave one out would leave a price out. */
  private void name(String agreement, long now) throws Exception {
    setCurrentKey(agreement);
    Long known = first.value();
    if (known == null || known > now) {
      first.update(now);
    }
    long from = known == null ? now : Math.min(known, now);
    for (String month : months(agreement, from, now)) {
      output.collect(new StreamRecord<>(UsageItem.due(month)));
    }
  }

  /** From one to another, both in it. */
  static List<String> months(String agreement, long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(month -> YearMonth.of((int) (month / 12), (int) (month % 12) + 1))
        .map(month -> agreement + "/" + month)
        .toList();
  }

  /** Whether the key is of this subtask. */
  static boolean isOurs(String key, RuntimeContext context) {
    var task = context.getTaskInfo();
    int of =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
    return of == task.getIndexOfThisSubtask();
  }

  static long month(Instant at) {
    return number(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
  }

  private static long number(YearMonth month) {
    return month.getLong(ChronoField.PROLEPTIC_MONTH);
  }
}
