package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Reason;
import dev.weir.plan.Step;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The second column of a table in place of the first. */
final class Replace implements TextTreatment {

  private final ReplacementTable table;
  private final byte @Nullable [] otherwise;

  Replace(Step.Replace step) {
    table = ReplacementTable.of(step.rows());
    otherwise = step.otherwise() == null ? null : bytes(step.otherwise());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable Reason apply(byte[] value, int from, int to, Slice subject, ByteOutput out) {
    byte[] found = table.find(value, from, to);
    byte[] replacement = found == null ? otherwise : found;
    if (replacement == null) {
      return Reason.NOT_IN_TABLE;
    }
    out.write(replacement);
    return null;
  }
}
