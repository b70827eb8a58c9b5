package dev.weir.privacy.crowd;

import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What one person shows of each sensitive field: sets of codes; never changed.
 *
 * @param fields in the order of the release's sensitive fields, each sorted and without doubles
 */
public record Values(List<Codes> fields) {

  /** The code of a value that is not there. */
  public static final long ABSENT = Long.MIN_VALUE + 1;

  private static final Values NONE = new Values(List.of());

  public Values {
    fields = List.copyOf(fields);
  }

  /** Of one row: a code for each field. */
  public static Values of(Codes row) {
    if (row.size() == 0) {
      return NONE;
    }
    List<Codes> fields = new ArrayList<>(row.size());
    for (int field = 0; field < row.size(); field++) {
      fields.add(Codes.of(row.get(field)));
    }
    return new Values(fields);
  }

  public Values and(Values more) {
    List<Codes> union = new ArrayList<>(fields.size());
    for (int field = 0; field < fields.size(); field++) {
      LongStream both = LongStream.concat(codes(field), more.codes(field));
      union.add(Codes.of(both.sorted().distinct().toArray()));
    }
    return new Values(union);
  }

  public Values without(Values known) {
    List<Codes> rest = new ArrayList<>(fields.size());
    for (int field = 0; field < fields.size(); field++) {
      long[] there = known.fields.get(field).toArray();
      rest.add(
          Codes.of(codes(field).filter(code -> Arrays.binarySearch(there, code) < 0).toArray()));
    }
    return new Values(rest);
  }

  public boolean isEmpty() {
    for (Codes codes : fields) {
      if (codes.size() > 0) {
        return false;
      }
    }
    return true;
  }

  private LongStream codes(int field) {
    return Arrays.stream(fields.get(field).toArray());
  }
}
