package dev.weir.operators.cohort;

import dev.weir.operators.cohort.CohortRow.Body;
import dev.weir.operators.record.Origin;
import dev.weir.privacy.cohort.CohortId;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Box;
import dev.weir.privacy.generalize.Shown;
import dev.weir.tokenization.CohortToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Completes the rows of a release once their crowds are known. Confined to one thread. */
public final class Completion {

  private final CohortSpace space;
  private final BoxForm form;
  private final boolean restrained;
  private final PerCohort<List<byte[]>> boxes = new PerCohort<>();

  /** Of a release that no quota restrains. */
  public Completion(CohortSpace space, BoxForm form) {
    this(space, form, false);
  }

  /**
   * As above.
   *
   * @param restrained whether a quota may keep back what leaves
   */
  public Completion(CohortSpace space, BoxForm form, boolean restrained) {
    this.space = space;
    this.form = form;
    this.restrained = restrained;
  }

  /**
   * A completed row.
   *
   * @param key empty: it has none
   * @param origin null: no quota is asked about it
   */
  public record Completed(
      byte[] key, byte[] value, int partition, long offset, @Nullable Origin origin) {

    @Override
    public String toString() {
      return "Completed[" + value.length + " bytes]";
    }
  }

  /** What leaves of a row. */
  public Completed of(Outcome.Released released) {
    Body body = Body.of(released.row());
    CohortId cohort = released.cohort();
    List<byte[]> fields = boxes.of(cohort, () -> written(released.box()));
    List<String> tokens = tokens(body, cohort);
    byte[] key =
        body.key() < 0 ? new byte[0] : tokens.get(body.key()).getBytes(StandardCharsets.US_ASCII);
    byte[] value = value(body, fields, tokens);
    return new Completed(
        key, value, body.partition(), body.offset(), restrained ? origin(released, body) : null);
  }

  private static Origin origin(Outcome.Released released, Body body) {
    Subject person = released.row().subject();
    CohortId cohort = released.cohort();
    return new Origin(
        body.eventTime(),
        new Origin.Member(cohort.high(), cohort.low(), person.high(), person.low()));
  }

  private static List<String> tokens(Body body, CohortId cohort) {
    List<String> tokens = new ArrayList<>(body.tokens().size());
    for (byte[] token : body.tokens()) {
      tokens.add(CohortToken.of(token, cohort.high(), cohort.low()));
    }
    return tokens;
  }

  private List<byte[]> written(Box box) {
    return IntStream.range(0, space.fields().size())
        .mapToObj(number -> form.value(number, shown(space.fields().get(number), box)))
        .toList();
  }

  private List<Shown> shown(QuasiIdentifier field, Box box) {
    List<Shown> shown = new ArrayList<>();
    for (int axis = 0; axis < field.field().axes().size(); axis++) {
      shown.add(space.space().shown(field.axis() + axis, box));
    }
    return shown;
  }

  /** For every row that leaves: plain loops. */
  private byte[] value(Body body, List<byte[]> fields, List<String> tokens) {
    byte[][] fillings = new byte[body.openings().size()][];
    int length = body.value().length;
    for (int n = 0; n < fillings.length; n++) {
      int what = body.openings().get(n).what();
      fillings[n] = what < 0 ? form.token(tokens.get(~what)) : fields.get(what);
      length += fillings[n].length;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    int from = 0;
    for (int n = 0; n < fillings.length; n++) {
      int at = body.openings().get(n).at();
      out.put(body.value(), from, at - from).put(fillings[n]);
      from = at;
    }
    return out.put(body.value(), from, body.value().length - from).array();
  }
}
