package dev.weir.bench.micro;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import dev.weir.tokenization.DayShift;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.TokenBinding;
import dev.weir.tokenization.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One value of 24 bytes: its token text by Weir, and the bare ciphertext by Tink. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // set up before any measuring
public class TokenBenchmark {

  private static final String SCOPE = "agreement:acme-orders";

  private final byte[] value = "maximiliane@example.com!".getBytes(StandardCharsets.UTF_8);
  private final byte[] out = new byte[256];
  private DeterministicAead tink;
  private byte[] associatedData;
  private Tokenizer deterministic;
  private Tokenizer oneWay;
  private DayShift shift;

  @Setup
  public void setUp() throws GeneralSecurityException {
    KeysetHandle siv = NewKeyset.of(KeyUse.DETERMINISTIC);
    PartnerKeys keys =
        PartnerKeys.of(
            "acme",
            Map.of(
                KeyUse.DETERMINISTIC, siv,
                KeyUse.ONE_WAY, NewKeyset.of(KeyUse.ONE_WAY),
                KeyUse.SHIFT, NewKeyset.of(KeyUse.SHIFT)));
    TokenBinding binding = binding(KeyUse.DETERMINISTIC);
    tink = siv.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    associatedData = binding.encoded();
    deterministic = keys.tokenizer(binding, 0);
    oneWay = keys.tokenizer(binding(KeyUse.ONE_WAY), 0);
    shift = keys.dayShift(SCOPE, 30);
  }

  private static TokenBinding binding(KeyUse use) {
    return new TokenBinding(use.word(), SCOPE, "orders/email");
  }

  /** The yardstick: without base64, which Weir's tokens have. */
  @Benchmark
  public byte[] tinkAesSiv() throws GeneralSecurityException {
    return tink.encryptDeterministically(value, associatedData);
  }

  @Benchmark
  public int deterministic() {
    return deterministic.tokenize(value, 0, value.length, out, 0);
  }

  @Benchmark
  public int oneWay() {
    return oneWay.tokenize(value, 0, value.length, out, 0);
  }

  @Benchmark
  public int shiftDays() {
    return shift.days(value, 0, value.length);
  }
}
