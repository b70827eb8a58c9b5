package dev.weir.jobs.file;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The only split. It holds nothing: a run over a file takes no checkpoints, it starts again. */
final class WholeFile implements SourceSplit {

  @Override
  public String splitId() {
    return "file";
  }

  static UnsupportedOperationException noCheckpoints() {
    return new UnsupportedOperationException("a run over a file takes no checkpoints");
  }

  /** No bytes. */
  static final class Serializer implements SimpleVersionedSerializer<WholeFile> {

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(WholeFile split) {
      return new byte[0];
    }

    @Override
    public WholeFile deserialize(int version, byte[] serialized) {
      return new WholeFile();
    }
  }
}
