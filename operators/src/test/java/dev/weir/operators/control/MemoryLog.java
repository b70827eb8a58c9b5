package dev.weir.operators.control;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.control.CommandSigner;
import dev.weir.tokenization.control.Order;
import dev.weir.tokenization.sign.Signer;
import dev.weir.tokenization.sign.SigningKeyset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A control log in this process: found by its number, for Flink copies what it is given. */
public record MemoryLog(int number) implements ControlLog {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Map<Integer, List<Entry>> LOGS = new ConcurrentHashMap<>();
  private static final KeysetHandle PAIR = SigningKeyset.create();
  private static final CommandSigner OWNER = new CommandSigner(Signer.of(PAIR));

  /** When every command is issued and logged, ms since the epoch. */
  public static final long NOW = 1_795_694_400_000L; // 2026-11-26T12:00:00Z

  /** An empty one. */
  public static MemoryLog create() {
    MemoryLog log = new MemoryLog(NUMBERS.incrementAndGet());
    LOGS.put(log.number, new CopyOnWriteArrayList<>());
    return log;
  }

  private List<Entry> entries() {
    return LOGS.getOrDefault(number, List.of());
  }

  /** Adds a command with the next sequence. */
  public void send(Command command) {
    Instant now = Instant.ofEpochMilli(NOW);
    put(OWNER.sign(new Order("eu", entries().size() + 1, now, "erika", command)));
  }

  /** Adds any record. */
  public void put(byte[] value) {
    entries().add(new Entry(entries().size(), NOW, value));
  }

  /** Adds a record that is there already once more, as anybody may who can write there. */
  public void repeat(int offset) {
    put(entries().get(offset).value());
  }

  /** Everything so far is agreed on, at that time. */
  public Boundary boundary(long clock) {
    return new Boundary(entries().size(), clock);
  }

  /** Everything so far must be obeyed before the first record. */
  public ControlSettings settings() {
    return settings(NOW, List.of());
  }

  /** As above, asked then, with those dates. */
  ControlSettings settings(long asked, List<Long> dates) {
    try {
      String key =
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(PAIR.getPublicKeysetHandle());
      return new ControlSettings(
          "eu", key.getBytes(StandardCharsets.UTF_8), this, entries().size(), asked, dates);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Reader open() {
    return new Reader() {
      @Override
      public long end() {
        return entries().size();
      }

      @Override
      public List<Entry> read(long from, long to) {
        return entries().subList((int) from, (int) to);
      }

      @Override
      public void close() {}
    };
  }
}
