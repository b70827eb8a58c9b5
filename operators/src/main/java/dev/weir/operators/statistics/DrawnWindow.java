package dev.weir.operators.statistics;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.Origin.Member;
import dev.weir.operators.record.ValueName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A window that was charged, and its rows, which leave together.
 *
 * @param rows of one release; none: none of its groups was found
 */
public record DrawnWindow(DrawnRow charge, List<DrawnRow> rows) {

  public DrawnWindow {
    rows = List.copyOf(rows);
  }

  /**
   * Parts rows into windows.
   *
   * @param rows as windows were drawn: what one was charged, then its rows
   */
  public static List<DrawnWindow> of(List<DrawnRow> rows) {
    List<DrawnWindow> windows = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= rows.size(); at++) {
      if (at == rows.size() || rows.get(at).isCharge()) {
        windows.add(new DrawnWindow(rows.get(from), rows.subList(from + 1, at)));
        from = at;
      }
    }
    return windows;
  }

  /** What its rows are counted and judged by: they happened when the window began. */
  public List<Origin> origins() {
    ValueName name = name();
    long from = LedgerRow.parse(charge.value()).charge().window().from();
    List<Origin> origins = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      Member member = Member.row(name, rows.size(), row);
      origins.add(Origin.ofWindow(from, member, rows.get(row).epsilon()));
    }
    return origins;
  }

  private ValueName name() {
    byte[] key = charge.key().getBytes(StandardCharsets.UTF_8);
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(key));
    return new ValueName(digest.getLong(), digest.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has it", impossible);
    }
  }
}
