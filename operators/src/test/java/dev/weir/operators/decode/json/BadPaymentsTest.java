package dev.weir.operators.decode.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.json.Cards;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments with one fault each, read by a plan that does not name the card's number. */
class BadPaymentsTest {

  private static final JsonDecoder DECODER = JsonDecoder.compile(Cards.plan(), 1 << 20, 64);
  private static final int BLANK = 11;

  private static List<byte[]> lines() throws IOException {
    List<byte[]> lines = new ArrayList<>();
    try (InputStream file = BadPaymentsTest.class.getResourceAsStream("bad-payments.jsonl")) {
      byte[] all = Objects.requireNonNull(file).readAllBytes();
      int from = 0;
      for (int at = 0; at < all.length; at++) {
        if (all[at] == '\n') {
          lines.add(Arrays.copyOfRange(all, from, at));
          from = at + 1;
        }
      }
    }
    return lines;
  }

  private static @Nullable Rejection rejection(int line) throws IOException {
    byte[] value = lines().get(line - 1);
    return DECODER.decode(new SourceRecord(value, -1, line, 0)).rejection();
  }

  @ParameterizedTest
  @CsvSource({
    "1, MALFORMED,",
    "2, MALFORMED,",
    "3, WRONG_TYPE, customer_id",
    "4, WRONG_TYPE, amount",
    "5, MISSING, customer_id",
    "6, WRONG_TYPE, occurred_at",
    "7, WRONG_TYPE, address",
    "9, MALFORMED,",
    "10, MALFORMED,",
    "12, DUPLICATE_NAME, payment_id"
  })
  void line_isRejectedWithItsReasonAndField(int line, Reason reason, @Nullable String field)
      throws IOException {
    FieldPath path = field == null ? null : FieldPath.of(field);
    assertThat(rejection(line)).isEqualTo(new Rejection(reason, path));
  }

  @Test
  void badCardNumber_isNobodysBusinessWhereNoReleaseNamesIt() throws IOException {
    assertThat(rejection(8)).isNull();
  }

  @Test
  void reasonsAddUp() throws IOException {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    for (int line = 1; line <= lines().size(); line++) {
      Rejection rejection = line == BLANK ? null : rejection(line);
      if (rejection != null) {
        counts.merge(rejection.reason(), 1, Integer::sum);
      }
    }
    assertThat(lines().get(BLANK - 1)).isEmpty();
    assertThat(counts)
        .isEqualTo(
            Map.of(
                Reason.MALFORMED, 4,
                Reason.WRONG_TYPE, 4,
                Reason.MISSING, 1,
                Reason.DUPLICATE_NAME, 1));
  }
}
