package dev.weir.operators.state;

import dev.weir.operators.quota.QuotaAccount;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A version, then ten longs. */
public final class QuotaAccountSerializer extends ImmutableSerializer<QuotaAccount> {
  public static final QuotaAccountSerializer INSTANCE = new QuotaAccountSerializer();
  private static final long serialVersionUID = 1L;
  private static final byte VERSION = 1;

  @Override
  public QuotaAccount createInstance() {
    return QuotaAccount.EMPTY;
  }

  @Override
  public void serialize(QuotaAccount account, DataOutputView target) throws IOException {
    target.writeByte(VERSION);
    target.writeLong(account.tokens());
    target.writeLong(account.at());
    target.writeLong(account.day());
    target.writeLong(account.dayRecords());
    target.writeLong(account.dayBytes());
    target.writeLong(account.month());
    target.writeLong(account.monthRecords());
    target.writeLong(account.monthBytes());
    target.writeLong(account.first());
    target.writeLong(account.next());
  }

  @Override
  public QuotaAccount deserialize(DataInputView source) throws IOException {
    byte version = source.readByte();
    if (version != VERSION) {
      throw new IOException("a quota's account is of version " + version + ", not " + VERSION);
    }
    return new QuotaAccount(
        source.readLong(),
        source.readLong(),
        source.readLong(),
        source.readLong(),
        source.readLong(),
        source.readLong(),
        source.readLong(),
        source.readLong(),
        source.readLong(),
        source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<QuotaAccount> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<QuotaAccount> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
