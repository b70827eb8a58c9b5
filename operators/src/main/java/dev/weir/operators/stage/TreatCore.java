package dev.weir.operators.stage;

import dev.weir.operators.control.ControlSettings;
import dev.weir.operators.control.ControlState;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.state.KeyFingerprintState;
import dev.weir.operators.state.KeyFingerprintStateSerializer;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.keys.KeyProvider;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * What every treat function does, wherever its records go: its state is the fingerprint of every
 * key that it has used, so that no run goes on with another. If the job obeys commands they choose
 * the keys: see {@link KeyVersions}.
 */
final class TreatCore implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final ListStateDescriptor<KeyFingerprintState> FINGERPRINTS =
      new ListStateDescriptor<>(
          TreatFunction.FINGERPRINTS_STATE, KeyFingerprintStateSerializer.INSTANCE);

  private final ProductPlan product;
  private final RecordFormat format;
  private final TreatSettings settings;

  @SuppressWarnings("NullAway.Init") // set in initialize, before open
  private transient ListState<KeyFingerprintState> fingerprints;

  @SuppressWarnings("NullAway.Init") // set in initialize, before open
  private transient KeyCheck keyCheck;

  private transient @Nullable ControlState control;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient ProductStage stage;

  TreatCore(ProductPlan product, RecordFormat format, TreatSettings settings) {
    this.product = product;
    this.format = format;
    this.settings = settings;
  }

  void initialize(FunctionInitializationContext context) throws Exception {
    requireObedience(context.getOperatorStateStore().getRegisteredStateNames());
    fingerprints = context.getOperatorStateStore().getUnionListState(FINGERPRINTS);
    keyCheck = new KeyCheck();
    for (KeyFingerprintState state : fingerprints.get()) {
      keyCheck.remember(state);
    }
  }

  private void requireObedience(Set<String> restored) {
    if (!settings.commanded() && restored.contains(ControlSettings.STATE)) {
      throw JobStoppedException.stop(
          JobStoppedException.Kind.CONTROL_MISSING,
          "the job's state was made under commands, which may have forbidden keys, and the gateway"
              + " has no control: put control.publicKey back, or start without the state");
    }
  }

  void open(RuntimeContext context) {
    KeyProvider keys = PlanKeys.open(product, settings);
    stage =
        ProductStage.open(
            product,
            format,
            settings,
            chosen(keys, true),
            new ProductStage.OwnKeys(subjectKeys(keys), keys::subjects),
            context);
  }

  private ReleaseKeys chosen(KeyProvider keys, boolean starting) {
    if (control != null) {
      if (settings.namesSubjects(product)) {
        keyCheck.checkSubjects(keys);
      }
      return KeyVersions.choose(product, keyCheck, keys, control, starting);
    }
    keyCheck.check(product, keys);
    return release -> keys;
  }

  private @Nullable SubjectKeyRecords subjectKeys(KeyProvider keys) {
    String topic = product.subjectKeys();
    return topic == null ? null : new SubjectKeyRecords(topic, keys.subjects());
  }

  /** Keys are looked at again only if a command, or a date that has come, can have changed them. */
  @SuppressWarnings("unused") // no stage before it is opened
  void govern(ControlState now) throws Exception {
    ControlState before = control;
    control = now;
    if (stage != null && before != null && changes(before, now)) {
      stage.rekey(chosen(PlanKeys.open(product, settings), false));
    }
  }

  private boolean changes(ControlState before, ControlState now) {
    return before.sequence() != now.sequence()
        || product.releases().stream()
            .map(ReleasePlan::keepJoinable)
            .filter(Objects::nonNull)
            .mapToLong(until -> Instant.parse(until).toEpochMilli())
            .anyMatch(until -> before.clock() < until && until <= now.clock());
  }

  /** Where tokens are erasable the word comes from where subjects' keys are kept. */
  @Nullable Event forgetting(Command.PurgeSubject purge) {
    boolean ours = settings.namesSubjects(product) && !product.erases();
    return ours && purge.product().equals(product.product())
        ? Event.forgetting(ValueName.parse(purge.subject()))
        : null;
  }

  void process(Event event, Outlet out) {
    stage.process(event, out);
  }

  /** What the owner is told of what was counted, ahead of that checkpoint's barrier. */
  void tell(long checkpoint, RuntimeContext context, Consumer<OutputRecord> out) {
    MeterSettings meter = settings.meter();
    if (meter != null) {
      stage.tell(meter.part("t", context.getTaskInfo().getIndexOfThisSubtask(), checkpoint), out);
    }
  }

  /** One subtask writes what all know: every subtask reads all of it back. */
  void snapshot(RuntimeContext context) throws Exception {
    boolean first = context.getTaskInfo().getIndexOfThisSubtask() == 0;
    fingerprints.update(first ? keyCheck.states() : List.of());
  }

  void close() {
    IOUtils.closeQuietly(stage);
  }
}
