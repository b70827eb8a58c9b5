package dev.weir.bench.micro;

import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.TokenBinding;
import dev.weir.tokenization.TokenFormat;
import dev.weir.tokenization.Tokenizer;
import dev.weir.tokenization.ff1.Ff1;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
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

/**
 * Sixteen digits: FF1 by Weir and by Bouncy Castle's engine, which give the same, under one key and
 * tweak; and a whole format-preserving token, text and Luhn digit and all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // set up before any measuring
public class FormatBenchmark {

  private static final byte[] TWEAK = {1, 2, 3, 4, 5, 6};
  private static final String CARD = "4012888888881881";

  private final byte[] card = CARD.getBytes(StandardCharsets.US_ASCII);
  private final byte[] out = new byte[64];
  private final int[] numerals = new int[16];
  private final byte[] digits = new byte[16];
  private final FPEFF1Engine bouncyCastle = new FPEFF1Engine();
  private Ff1 weir;
  private Tokenizer tokenizer;

  @Setup
  public void setUp() {
    byte[] key = new byte[32];
    bouncyCastle.init(true, new FPEParameters(new KeyParameter(key), 10, TWEAK));
    weir = new Ff1(key, 10);
    for (int at = 0; at < CARD.length(); at++) {
      digits[at] = (byte) (CARD.charAt(at) - '0');
      numerals[at] = digits[at];
    }
    TokenBinding binding =
        new TokenBinding(KeyUse.FORMAT_PRESERVING.word(), "agreement:acme-cards", "cards/pan");
    tokenizer =
        PartnerKeys.of(
                "acme", Map.of(KeyUse.FORMAT_PRESERVING, NewKeyset.of(KeyUse.FORMAT_PRESERVING)))
            .tokenizer(binding, new TokenFormat("0123456789", 0, 4, true));
  }

  /** The yardstick. */
  @Benchmark
  public int bouncyCastle() {
    return bouncyCastle.processBlock(digits, 0, digits.length, digits, 0);
  }

  @Benchmark
  public int[] weir() {
    weir.encrypt(numerals, 0, numerals.length, TWEAK);
    return numerals;
  }

  @Benchmark
  public int token() {
    return tokenizer.tokenize(card, 0, card.length, out, 0);
  }
}
