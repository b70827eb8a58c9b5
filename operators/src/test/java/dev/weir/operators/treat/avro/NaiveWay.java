package dev.weir.operators.treat.avro;

import dev.weir.config.agreement.TimeUnit;
import dev.weir.operators.treat.ShiftDays;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.operators.treat.TextTreatments;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.tokenization.Tokenizer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The same work by way of GenericRecord, with the library's own reading and resolution and the
 * JDK's own texts: what the hot path is held against.
 */
final class NaiveWay {

  static final TokenKeys NO_KEYS =
      new TokenKeys() {
        @Override
        public Tokenizer tokenizer(Step.Tokenize step) {
          throw new UnsupportedOperationException();
        }

        @Override
        public ShiftDays shiftDays(Step.Shift step) {
          throw new UnsupportedOperationException();
        }
      };

  private NaiveWay() {}

  static GenericRecord read(byte[] bytes, Schema writer, Schema reader) throws IOException {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(writer, reader).read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes are left");
    }
    return record;
  }

  static GenericRecord project(
      GenericRecord source, Output.Fields output, Schema reader, Schema target) {
    GenericRecord record = new GenericData.Record(target);
    for (Output.Field field : output.fields()) {
      Schema from = reader.getField(field.name()).schema();
      Schema to = target.getField(field.name()).schema();
      record.put(field.name(), value(source.get(field.name()), field.output(), from, to));
    }
    return record;
  }

  private static @Nullable Object value(
      @Nullable Object value, Output output, Schema nullableFrom, Schema nullableTo) {
    Schema from = Unions.nonNull(nullableFrom);
    Schema to = Unions.nonNull(nullableTo);
    if (value == null) {
      return null;
    } else if (output instanceof Output.Fields fields) {
      return project((GenericRecord) value, fields, from, to);
    } else if (output instanceof Output.Items items) {
      List<@Nullable Object> out = new ArrayList<>();
      for (Object item : (List<?>) value) {
        out.add(value(item, items.item(), from.getElementType(), to.getElementType()));
      }
      return out;
    }
    return leaf(value, ((Output.Leaf) output).step(), from, to);
  }

  private static @Nullable Object leaf(Object value, Step step, Schema from, Schema to) {
    if (step instanceof Step.Keep) {
      return kept(value, from, to);
    } else if (step instanceof Step.Redact redact) {
      return redact.json().equals("null") ? null : (Object) Boolean.parseBoolean(redact.json());
    } else if (step instanceof Step.Bucket bucket) {
      return number(bucketed(new BigDecimal(text(value, from)), bucket.width()), to);
    }
    return step instanceof Step.Round round
        ? rounded(text(value, from), round)
        : truncated(text(value, from), ((Step.Truncate) step).length());
  }

  private static String rounded(String text, Step.Round round) {
    if (text.length() == "2026-03-01".length()) {
      return text.substring(0, round.unit() == TimeUnit.MONTH ? 7 : 4);
    }
    Instant instant =
        round.zone() == null
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDateTime.parse(text).atZone(ZoneId.of(round.zone())).toInstant();
    String utc = instant.truncatedTo(ChronoUnit.HOURS).toString();
    return switch (round.unit()) {
      case HOUR -> utc;
      case DAY -> utc.substring(0, 10);
      case MONTH -> utc.substring(0, 7);
      case YEAR -> utc.substring(0, 4);
    };
  }

  private static Object kept(Object value, Schema from, Schema to) {
    if (to.getType() == Schema.Type.STRING) {
      return text(value, from);
    } else if (value instanceof GenericFixed fixed) {
      return ByteBuffer.wrap(fixed.bytes());
    }
    return value;
  }

  private static BigDecimal bucketed(BigDecimal value, BigDecimal width) {
    return value.divide(width, 0, RoundingMode.FLOOR).multiply(width);
  }

  private static String truncated(String text, int length) {
    int points = text.codePointCount(0, text.length());
    return points <= length ? "" : text.substring(0, text.offsetByCodePoints(0, length));
  }

  private static Object number(BigDecimal number, Schema to) {
    return switch (to.getType()) {
      case INT -> number.intValueExact();
      case LONG -> number.longValueExact();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      default -> {
        int scale = ((LogicalTypes.Decimal) to.getLogicalType()).getScale();
        yield ByteBuffer.wrap(number.setScale(scale).unscaledValue().toByteArray());
      }
    };
  }

  /** The canonical text. */
  static String text(Object value, Schema from) {
    LogicalType logical = from.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      byte[] bytes =
          value instanceof GenericFixed fixed ? fixed.bytes() : ((ByteBuffer) value).array();
      return new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString();
    } else if (value instanceof GenericFixed uuid) {
      ByteBuffer bytes = ByteBuffer.wrap(uuid.bytes());
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    } else if (logical != null && value instanceof Number number) {
      return time(number.longValue(), logical.getName());
    }
    return value instanceof Float || value instanceof Double
        ? shortest((Number) value).toString()
        : value.toString();
  }

  /** With the fewest digits that read back as the same; the JDK's own text may have one more. */
  private static BigDecimal shortest(Number number) {
    BigDecimal exact = new BigDecimal(number.doubleValue());
    for (int digits = 1; ; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      boolean same =
          number instanceof Float
              ? rounded.floatValue() == number.floatValue()
              : rounded.doubleValue() == number.doubleValue();
      if (same) {
        return rounded;
      }
    }
  }

  private static String time(long value, String logical) {
    if (logical.equals("date")) {
      return LocalDate.ofEpochDay(value).toString();
    }
    long units =
        logical.endsWith("millis") ? 1_000 : logical.endsWith("micros") ? 1_000_000 : 1_000_000_000;
    Instant instant =
        Instant.ofEpochSecond(
            Math.floorDiv(value, units), Math.floorMod(value, units) * (1_000_000_000 / units));
    String text = instant.toString();
    return logical.startsWith("local") ? text.substring(0, text.length() - 1) : text;
  }

  /** The treatments that are drawn, for the hot path: they need no key. */
  static TextTreatment treatment(Output.Leaf leaf) {
    return TextTreatments.compile(leaf.step(), leaf.from(), NO_KEYS);
  }
}
