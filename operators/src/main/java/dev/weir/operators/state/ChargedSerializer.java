package dev.weir.operators.state;

import dev.weir.operators.statistics.Charged;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Account;
import dev.weir.privacy.ledger.Charge;
import dev.weir.privacy.ledger.Span;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** The charge, and whether it was drawn here. */
public final class ChargedSerializer extends ImmutableSerializer<Charged> {
  public static final ChargedSerializer INSTANCE = new ChargedSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public Charged createInstance() {
    return new Charged(NONE, false);
  }

  @Override
  public void serialize(Charged of, DataOutputView target) throws IOException {
    Charge charge = of.charge();
    Account account = charge.account();
    StringValue.writeString(account.product(), target);
    StringValue.writeString(account.partner(), target);
    StringValue.writeString(account.release(), target);
    Spans.write(account.period(), target);
    Spans.write(charge.window(), target);
    StringValue.writeString(charge.terms(), target);
    target.writeInt(charge.windows());
    target.writeDouble(charge.rho().value());
    target.writeDouble(charge.delta());
    target.writeBoolean(of.drawn());
  }

  @Override
  public Charged deserialize(DataInputView source) throws IOException {
    Account account =
        new Account(
            StringValue.readString(source),
            StringValue.readString(source),
            StringValue.readString(source),
            Spans.read(source));
    Charge charge =
        new Charge(
            account,
            Spans.read(source),
            StringValue.readString(source),
            source.readInt(),
            new Rho(source.readDouble()),
            source.readDouble());
    return new Charged(charge, source.readBoolean());
  }

  private static final Span MOMENT = new Span(0, 1);
  private static final Charge NONE =
      new Charge(new Account("", "", "", MOMENT), MOMENT, "", 1, Rho.NOTHING, 0);

  @Override
  public TypeSerializerSnapshot<Charged> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Charged> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
