package dev.weir.operators.decode.avro;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;

/**
 * Leaves a walk through a datum. Made when a schema is compiled, not when it is thrown: it has no
 * stack trace and no cause, so a stream of bad records costs little. Never leaves the decoder.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The bytes are not a datum of the writer's schema. */
  static final Refusal MALFORMED = new Refusal(Rejection.of(Reason.MALFORMED));

  private final transient Rejection rejection;

  Refusal(Rejection rejection) {
    super(rejection.reason().word(), null, false, false);
    this.rejection = rejection;
  }

  static Refusal of(Reason reason, FieldPath field) {
    return new Refusal(new Rejection(reason, field));
  }

  Rejection rejection() {
    return rejection;
  }
}
