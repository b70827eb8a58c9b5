package dev.weir.operators.decode.avro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Compiles schemas to skips. Each named type is compiled once, and one that holds itself becomes a
 * skip that refers to itself; so neither compiling nor skipping takes longer than schema and datum
 * are long.
 */
final class Skips {

  private final Map<String, Skip.All> records = new HashMap<>();
  private final Map<String, Integer> leasts = new HashMap<>();

  Skip of(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> new Skip.Fixed(0);
      case BOOLEAN -> new Skip.Fixed(1);
      case FLOAT -> new Skip.Fixed(4);
      case DOUBLE -> new Skip.Fixed(8);
      case FIXED -> new Skip.Fixed(schema.getFixedSize());
      case INT -> new Skip.Int();
      case ENUM -> new Skip.Index(schema.getEnumSymbols().size());
      case LONG -> new Skip.Long();
      case BYTES, STRING -> new Skip.Prefixed();
      case ARRAY -> new Skip.Repeated(of(schema.getElementType()), least(schema.getElementType()));
      case MAP -> map(schema.getValueType());
      case UNION -> new Skip.Union(schema.getTypes().stream().map(this::of).toArray(Skip[]::new));
      case RECORD -> least(schema) == 0 ? new Skip.Fixed(0) : record(schema);
    };
  }

  private Skip map(Schema value) {
    return new Skip.Repeated(new Skip.Entry(of(value)), Math.max(1, least(value)));
  }

  private Skip record(Schema schema) {
    Skip.All known = records.get(schema.getFullName());
    if (known != null) {
      return known;
    }
    Skip.All all = new Skip.All();
    records.put(schema.getFullName(), all);
    List<Skip> parts = new ArrayList<>();
    schema.getFields().forEach(field -> append(parts, of(field.schema())));
    all.set(parts);
    return all;
  }

  /** Two neighbours of fixed size are one. */
  private static void append(List<Skip> skips, Skip next) {
    int last = skips.size() - 1;
    Skip merged = last < 0 ? null : merged(skips.get(last), next);
    if (merged == null) {
      skips.add(next);
    } else {
      skips.set(last, merged);
    }
  }

  /** One skip for two neighbours of fixed size; null if they are not. */
  static @Nullable Skip merged(Skip before, Skip next) {
    if (before instanceof Skip.Fixed one && next instanceof Skip.Fixed two) {
      long sum = (long) one.bytes() + two.bytes();
      return sum > Integer.MAX_VALUE ? null : new Skip.Fixed((int) sum);
    }
    return null;
  }

  /** The least that a value of the schema takes; 0 only if none ever takes any. */
  int least(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> 0;
      case FLOAT -> 4;
      case DOUBLE -> 8;
      case FIXED -> schema.getFixedSize();
      case RECORD -> leastOfRecord(schema);
      default -> 1;
    };
  }

  /** A record that holds itself without a way out has no datum; any size above 0 will do. */
  private int leastOfRecord(Schema schema) {
    Integer known = leasts.putIfAbsent(schema.getFullName(), 1);
    if (known != null) {
      return known;
    }
    long sum = schema.getFields().stream().mapToLong(field -> least(field.schema())).sum();
    int least = (int) Math.min(sum, Integer.MAX_VALUE - 1);
    leasts.put(schema.getFullName(), least);
    return least;
  }
}
