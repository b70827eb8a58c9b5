package dev.weir.operators.decode.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.rfc3339.Dates;
import dev.weir.operators.rfc3339.Times;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Numbers, times and text, each against another implementation. */
class PrimitivesTest {

  private static final Refusal REFUSED = new Refusal(Refusal.MALFORMED.rejection());

  private static AvroInput input(byte... bytes) {
    AvroInput in = new AvroInput(8);
    in.set(bytes, 0, bytes.length);
    return in;
  }

  private static byte[] encoded(long number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    encoder.writeLong(number);
    return out.toByteArray();
  }

  @Property
  void numbers_areAsTheLibraryWritesThem(@ForAll long number) throws IOException {
    byte[] bytes = encoded(number);
    assertThat(input(bytes).readLong()).isEqualTo(number);
    assertThat(Varint.read(bytes, 0)).isEqualTo(number);
    assertThat(Varint.end(bytes, 0)).isEqualTo(bytes.length);
    byte[] written = new byte[Varint.MAX_BYTES];
    assertThat(Arrays.copyOf(written, Varint.write(number, written, 0))).isEqualTo(bytes);
    if (number == (int) number) {
      assertThat(input(bytes).readInt()).isEqualTo((int) number);
    } else {
      assertThatThrownBy(() -> input(bytes).readInt()).isSameAs(Refusal.MALFORMED);
    }
  }

  @Test
  void numbersOfTooManyBits_areMalformed() {
    byte[] eleven = new byte[11];
    Arrays.fill(eleven, (byte) 0x80);
    assertThatThrownBy(() -> input(eleven).readLong()).isSameAs(Refusal.MALFORMED);
    byte[] ten = {-1, -1, -1, -1, -1, -1, -1, -1, -1, 2};
    assertThatThrownBy(() -> input(ten).readLong()).isSameAs(Refusal.MALFORMED);
    ten[9] = 1;
    assertThat(input(ten).readLong()).isEqualTo(Long.MIN_VALUE);
    assertThatThrownBy(() -> input((byte) -1).readLong()).isSameAs(Refusal.MALFORMED);
    assertThatThrownBy(() -> input().readInt()).isSameAs(Refusal.MALFORMED);
  }

  @Test
  void lengths_mustBeThere() throws IOException {
    for (long length :
        new long[] {-1, 1, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE}) {
      byte[] bytes = encoded(length);
      assertThatThrownBy(() -> input(bytes).readLength()).isSameAs(Refusal.MALFORMED);
    }
    assertThat(input((byte) 0).readLength()).isZero();
  }

  @Property
  void dates_areWrittenAsTheJdkWritesThem(
      @ForAll @IntRange(min = -800_000, max = 3_000_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    boolean writable = date.getYear() >= 0 && date.getYear() <= 9999;
    assertThat(Dates.writable(day)).isEqualTo(writable);
    if (writable) {
      ByteOutput out = new ByteOutput(1);
      Dates.write(day, Dates.LENGTH, out);
      assertThat(text(out)).isEqualTo(date.toString());
      assertThat(Dates.millis(out.toByteArray(), 0, 10)).isEqualTo(day * 86_400_000L);
    }
  }

  @Test
  void everyDay_isWrittenAsTheJdkWritesIt() {
    ByteOutput out = new ByteOutput(16);
    for (long day = Dates.FIRST; day < Dates.LAST + 1; day++) {
      out.reset();
      Dates.write(day, Dates.LENGTH, out);
      assertThat(text(out).equals(LocalDate.ofEpochDay(day).toString())).isTrue();
    }
  }

  @Property
  void timestamps_areWrittenAsTheJdkWritesThem(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos)
      throws IOException {
    for (long units : new long[] {1_000, 1_000_000}) {
      int exact = (int) (nanos - nanos % (1_000_000_000 / units));
      Instant instant = Instant.ofEpochSecond(second, exact);
      byte[] bytes = encoded(second * units + exact / (1_000_000_000 / units));
      TimestampEncoding utc = new TimestampEncoding(units, null, REFUSED);
      utc.check(bytes, 0, bytes.length);
      ByteOutput out = new ByteOutput(1);
      utc.text(bytes, 0, bytes.length, out);
      assertThat(text(out)).isEqualTo(instant.toString());
      assertThat(utc.millis(bytes, 0)).isEqualTo(instant.toEpochMilli());
      assertThat(Times.millis(out.toByteArray(), 0, out.length(), null))
          .isEqualTo(instant.toEpochMilli());
    }
  }

  @Property
  void localTimestamps_areReadInTheirZone(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) throws IOException {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    byte[] bytes = encoded(second * 1000);
    TimestampEncoding encoding = new TimestampEncoding(1000, zone, REFUSED);
    assertThat(encoding.millis(bytes, 0)).isEqualTo(local.atZone(zone).toInstant().toEpochMilli());
    ByteOutput out = new ByteOutput(1);
    encoding.text(bytes, 0, bytes.length, out);
    assertThat(text(out))
        .isEqualTo(local.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")));
    assertThat(Times.millis(out.toByteArray(), 0, out.length(), zone))
        .isEqualTo(encoding.millis(bytes, 0));
    assertThat(Times.millis(out.toByteArray(), 0, out.length(), null)).isEqualTo(Dates.NONE);
  }

  @Property
  void offsets_areTakenOff(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
    OffsetDateTime time =
        Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
    byte[] text =
        time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"))
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(Times.millis(text, 0, text.length, null)).isEqualTo(second * 1000);
  }

  @Test
  void timesThatAreNone_areNone() {
    for (String none :
        new String[] {
          "",
          "2026-03-01",
          "2026-03-01T",
          "2026-03-01T08:00Z",
          "2026-03-01T08:00:00",
          "yesterday",
          "2026-02-29T08:00:00Z",
          "2026-13-01T08:00:00Z",
          "2026-00-01T08:00:00Z",
          "2026-03-01T24:00:00Z",
          "2026-03-01T08:60:00Z",
          "2026-03-01T08:00:60Z",
          "2026-03-01T08:00:00.Z",
          "2026-03-01T08:00:00Zz",
          "2026-03-01T08:00:00+1:00",
          "2026-03-01T08:00:00+24:00",
          "2026-03-01T08:00:00+01:60",
          "2026-03-01T08:00:00+0100",
          "+2026-03-01T08:00:00Z",
          "2026-03-01 08:00:00Z",
          "2026-03-01T08:00:00.1.2Z"
        }) {
      byte[] text = none.getBytes(StandardCharsets.UTF_8);
      assertThat(Times.millis(text, 0, text.length, null)).as(none).isEqualTo(Dates.NONE);
    }
    for (String none :
        new String[] {"", "2026-3-1", "2026-02-30", "2026/03/01", "20260301--", "2026-03-01Z"}) {
      byte[] text = none.getBytes(StandardCharsets.UTF_8);
      assertThat(Dates.millis(text, 0, text.length)).as(none).isEqualTo(Dates.NONE);
    }
  }

  @Property(tries = 20_000)
  void utf8_isJudgedAsTheJdkJudgesIt(@ForAll @Size(max = 12) byte[] bytes, @ForAll Random random) {
    byte[] text = "ab\u00e9\u20ac\ud83d\ude00z".getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      text[random.nextInt(text.length)] = bytes[0];
    }
    assertThat(Utf8.wellFormed(bytes, 0, bytes.length)).isEqualTo(jdk(bytes));
    assertThat(Utf8.wellFormed(text, 0, text.length)).isEqualTo(jdk(text));
  }

  @Test
  void everySequenceOfThreeBytes_isJudgedAsTheJdkJudgesIt() {
    byte[] bytes = new byte[3];
    for (int i = 0xc0_80_00; i <= 0xff_ff_ff; i += i % 64 == 63 ? 1 : 3) {
      bytes[0] = (byte) (i >> 16);
      bytes[1] = (byte) (i >> 8);
      bytes[2] = (byte) i;
      assertThat(Utf8.wellFormed(bytes, 0, 3) == jdk(bytes)).isTrue();
    }
  }

  private static boolean jdk(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException ill) {
      return false;
    }
  }

  @Property
  void floatingNumbers_readBackAsThemselves(@ForAll double number) {
    assertReadsBack(number, true);
    assertReadsBack((float) number, false);
  }

  private static void assertReadsBack(double number, boolean isDouble) {
    byte[] bytes = new byte[8];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (isDouble) {
      buffer.putDouble(number);
    } else {
      buffer.putFloat((float) number);
    }
    ByteOutput out = new ByteOutput(1);
    new FloatingEncoding(isDouble, REFUSED).text(bytes, 0, isDouble ? 8 : 4, out);
    String jdk = isDouble ? Double.toString(number) : Float.toString((float) number);
    double back = isDouble ? Double.parseDouble(text(out)) : Float.parseFloat(text(out));
    assertThat(back).isEqualTo(number);
    assertThat(out.length()).isLessThanOrEqualTo(jdk.length());
    assertThat(JsonText.isNumber(out.array(), 0, out.length())).isEqualTo(Double.isFinite(number));
  }

  private static String text(ByteOutput out) {
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void units_areWhatTheChronologySays() {
    assertThat(ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.of(0, 1, 1)))
        .isEqualTo(Dates.FIRST);
    assertThat(ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.of(10_000, 1, 1)))
        .isEqualTo(Dates.LAST + 1);
  }
}
