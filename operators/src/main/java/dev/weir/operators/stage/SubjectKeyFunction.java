package dev.weir.operators.stage;

import dev.weir.operators.control.ControlState;
import dev.weir.operators.control.SubjectPurge;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Subject;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.state.SubjectKeyState;
import dev.weir.operators.state.SubjectKeyStateSerializer;
import dev.weir.tokenization.SubjectKey;
import dev.weir.tokenization.control.Command;
import java.security.SecureRandom;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Gives each event the key of its subject, drawn when the subject is first seen. The event that a
 * key was drawn for says so: the treat stage writes that key, wrapped, beside what it lets out, in
 * the same transaction.
 *
 * <p>Its state is keyed by the subject's name and holds the key, as it is: whoever has a checkpoint
 * and the partner's key reads the subject's tokens. Without the state's entry nobody does: a purge
 * takes it, and tells treat to take it from the owner's topic too.
 */
public final class SubjectKeyFunction extends KeyedProcessFunction<ValueName, Event, Event>
    implements SubjectPurge<ValueName, Event> {
  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 1;

  private final String product;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient ValueState<SubjectKeyState> keys;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient SecureRandom random;

  /**
   * @param product id of the product whose subjects they are
   */
  public SubjectKeyFunction(String product) {
    this.product = product;
  }

  /** What its stream is keyed by; events without a subject are spread, and look nothing up. */
  public static ValueName keyOf(Event event) {
    Subject subject = event.subject();
    return subject == null
        ? new ValueName(event.source().partition(), event.source().offset())
        : subject.name();
  }

  @Override
  public void open(OpenContext context) {
    keys =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("subject-key", SubjectKeyStateSerializer.INSTANCE));
    random = new SecureRandom();
  }

  @Override
  public void processElement(Event event, Context context, Collector<Event> out) throws Exception {
    Subject subject = event.subject();
    out.collect(subject == null ? event : event.of(keyed(subject.name())));
  }

  /** Nothing follows for the keys of subjects from what else is commanded. */
  @Override
  public void govern(ControlState state) {}

  @Override
  public @Nullable ValueName keyOf(Command.PurgeSubject purge) {
    return purge.product().equals(product) ? ValueName.parse(purge.subject()) : null;
  }

  /** Also where there is no key here: an earlier job may have left one outside. */
  @Override
  public void purge(Command.PurgeSubject purge, Collector<Event> out) {
    keys.clear();
    out.collect(Event.forgetting(ValueName.parse(purge.subject())));
  }

  private Subject keyed(ValueName name) throws Exception {
    SubjectKeyState known = keys.value();
    if (known != null) {
      return new Subject(name, known.key(), false);
    }
    SubjectKeyState drawn = new SubjectKeyState(SubjectKey.draw(random));
    keys.update(drawn);
    return new Subject(name, drawn.key(), true);
  }
}
