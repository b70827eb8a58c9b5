package dev.weir.operators.state;

import dev.weir.operators.quota.QuotaAccount;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A version, then eleven longs; in the first version ten, without what is spent of ε. */
public final class QuotaAccountSerializer extends ImmutableSerializer<QuotaAccount> {
  public static final QuotaAccountSerializer INSTANCE = new QuotaAccountSerializer();
  private static final long serialVersionUID = 1L;
  private static final byte VERSION = 2;
  private static final byte WITHOUT_EPSILON = 1;

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
    target.writeLong(account.monthEpsilon());
    target.writeLong(account.first());
    target.writeLong(account.next());
  }

  @Override
  public QuotaAccount deserialize(DataInputView source) throws IOException {
    byte version = source.readByte();
    if (version != VERSION && version != WITHOUT_EPSILON) {
      throw new IOException("a quota's account is of version " + version + ", above " + VERSION);
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
        version == WITHOUT_EPSILON ? 0 : source.readLong(),
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
