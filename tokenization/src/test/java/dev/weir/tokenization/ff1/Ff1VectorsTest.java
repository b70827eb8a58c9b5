package dev.weir.tokenization.ff1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class Ff1VectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void nistSamples_allNine() throws IOException {
    int passed = 0;
    try (BufferedReader lines = lines(resource("nist.jsonl"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = JSON.readTree(line);
        Vector vector =
            new Vector(
                row.get(1).asInt(),
                hex(row.get(2)),
                hex(row.get(3)),
                digits(row.get(4)),
                digits(row.get(5)));
        vector.requireBothWays(line);
        passed++;
      }
    }
    System.out.println("NIST SP 800-38G FF1 samples passed: " + passed);
    assertThat(passed).isEqualTo(9);
  }

  @Test
  void wycheproof_everyVectorIsAsItSays_orRefusedByRule() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (BufferedReader lines = lines(new GZIPInputStream(resource("wycheproof.jsonl.gz")))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        counts.merge(judge(JSON.readTree(line)), 1, Integer::sum);
      }
    }
    System.out.println("Wycheproof FF1 vectors: " + counts);
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "radix 65536 refused", 1_049,
                "invalid refused", 4_266,
                "domain below 1,000,000 refused", 72,
                "valid, both ways", 26_180));
  }

  private static String judge(JsonNode row) {
    String flag = row.get(7).asText();
    if (row.get(0).asInt() > Ff1.MAX_RADIX) {
      assertThatThrownBy(() -> new Ff1(hex(row.get(2)), row.get(0).asInt())).hasMessage(RADIX);
      return "radix 65536 refused";
    }
    Vector vector =
        new Vector(
            row.get(0).asInt(),
            hex(row.get(2)),
            hex(row.get(3)),
            numerals(row.get(4)),
            numerals(row.get(5)));
    boolean small = flag.equals("SmallMessageSize"); // valid in 2016, refused by Rev. 1
    if (small || row.get(6).asText().equals("invalid")) {
      assertThatThrownBy(vector::encryptedHere)
          .as(row.toString())
          .isExactlyInstanceOf(IllegalArgumentException.class);
      return small ? "domain below 1,000,000 refused" : "invalid refused";
    }
    vector.requireBothWays(row.toString());
    return "valid, both ways";
  }

  private static final String RADIX = "an alphabet has from 2 to 65535 characters, not 65536";

  private record Vector(int radix, byte[] key, byte[] tweak, int[] text, int[] encrypted) {

    int[] encryptedHere() {
      int[] numerals = text.clone();
      new Ff1(key, radix).encrypt(numerals, 0, numerals.length, tweak);
      return numerals;
    }

    void requireBothWays(String name) {
      assertThat(encryptedHere()).as(name).isEqualTo(encrypted);
      int[] back = encrypted.clone();
      new Ff1(key, radix).decrypt(back, 0, back.length, tweak);
      assertThat(back).as(name).isEqualTo(text);
    }
  }

  private static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.asText());
  }

  private static int[] digits(JsonNode text) {
    return text.asText().chars().map(c -> Character.digit(c, 36)).toArray();
  }

  private static int[] numerals(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .flatMapToInt(number -> IntStream.of(number.asInt()))
        .toArray();
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Ff1VectorsTest.class.getResourceAsStream(name), name);
  }

  private static BufferedReader lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
