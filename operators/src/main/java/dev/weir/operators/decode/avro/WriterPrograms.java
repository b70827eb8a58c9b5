package dev.weir.operators.decode.avro;

import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The programs of the writers' schemas of one source: of one schema, or of those that a registry
 * knows by id. Each is compiled once, when its first record comes. Confined to one thread.
 */
public final class WriterPrograms {

  /** An id may be registered a moment after a replica of the registry was asked for it. */
  private static final long UNKNOWN_FOR_NANOS = 30_000_000_000L;

  /** Stands for an id where there is none. */
  private static final int SINGLE = 0;

  private static final Rejection NO_SCHEMA = Rejection.of(Reason.SCHEMA);

  /**
   * A writer's program, or why its records are refused.
   *
   * @param program null if they are refused
   * @param until after which an unknown id is asked for again; null: never
   */
  record Writer(
      @Nullable WriterProgram program, @Nullable Rejection refusal, @Nullable Long until) {}

  private final Layout layout;
  private final Schema reader;
  private final @Nullable SchemaRegistry registry;
  private final LongSupplier nanoTime;
  private final RecentById<Writer> kept = new RecentById<>();

  private WriterPrograms(
      Layout layout, Schema reader, @Nullable SchemaRegistry registry, LongSupplier nanoTime) {
    this.layout = layout;
    this.reader = reader;
    this.registry = registry;
    this.nanoTime = nanoTime;
  }

  /** Where every record is a bare datum of the one schema. */
  static WriterPrograms single(Layout layout, Schema schema) {
    WriterPrograms programs = new WriterPrograms(layout, schema, null, () -> 0L);
    programs.kept.put(SINGLE, programs.compiled(schema));
    return programs;
  }

  /** Where records begin with the id of their writer's schema. */
  static WriterPrograms registered(
      Layout layout, Schema reader, SchemaRegistry registry, LongSupplier nanoTime) {
    return new WriterPrograms(layout, reader, registry, nanoTime);
  }

  /**
   * The program of a writer's schema; 0 where there is only one.
   *
   * @throws dev.weir.operators.registry.RegistryException if the registry cannot be asked
   */
  Writer of(int id) {
    Writer known = kept.get(id);
    Long until = known == null ? null : known.until();
    if (known != null && (until == null || nanoTime.getAsLong() - until < 0)) {
      return known;
    }
    Writer asked = asked(id);
    kept.put(id, asked);
    return asked;
  }

  /**
   * The program of a writer's schema whose records a decoder has let through; empty if the registry
   * has lost it since.
   *
   * @throws dev.weir.operators.registry.RegistryException if the registry cannot be asked
   */
  public Optional<WriterProgram> program(int id) {
    return Optional.ofNullable(of(id).program());
  }

  int size() {
    return kept.size();
  }

  private Writer asked(int id) {
    if (registry == null) {
      return new Writer(null, NO_SCHEMA, null);
    }
    Optional<String> json = registry.schema(id);
    if (json.isEmpty()) {
      return new Writer(null, NO_SCHEMA, nanoTime.getAsLong() + UNKNOWN_FOR_NANOS);
    }
    Schema schema = parsed(json.get());
    return schema == null ? new Writer(null, NO_SCHEMA, null) : compiled(schema);
  }

  /** Other writers' libraries may allow names and defaults that this one's does not. */
  @SuppressWarnings("CatchingUnchecked") // whatever the parser throws, the text is no schema
  private static @Nullable Schema parsed(String json) {
    try {
      return new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false).parse(json);
    } catch (RuntimeException noSchema) {
      return null;
    }
  }

  private Writer compiled(Schema writer) {
    List<SchemaFault> faults = new ArrayList<>();
    WriterProgram program = WriterCompiler.compile(layout, writer, reader, faults);
    return faults.isEmpty()
        ? new Writer(program, null, null)
        : new Writer(null, new Rejection(Reason.SCHEMA, faults.get(0).field()), null);
  }
}
