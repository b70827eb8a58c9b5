package dev.weir.privacy.cohort;

import dev.weir.privacy.cluster.Member;
import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.Codes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A person without a home for these quasi-identifiers, and the rows that wait for one. */
final class Newcomer {

  private final List<Waiting> rows = new ArrayList<>();
  private final Subject subject;
  private final Codes point;
  private Values values;

  Newcomer(Waiting first) {
    this.subject = first.row().subject();
    this.point = first.row().point();
    this.values = Values.of(first.row().sensitive());
  }

  void add(Waiting row) {
    rows.add(row);
    values = values.and(Values.of(row.row().sensitive()));
  }

  Subject subject() {
    return subject;
  }

  Codes point() {
    return point;
  }

  Values values() {
    return values;
  }

  /** In their order of arrival. */
  List<Waiting> rows() {
    return rows;
  }

  Member member() {
    return new Member(point, values);
  }

  /** Which axes have no value: those who differ in it share no box. */
  BitSet missing() {
    BitSet missing = new BitSet();
    for (int axis = 0; axis < point.size(); axis++) {
      missing.set(axis, point.get(axis) == Axis.MISSING);
    }
    return missing;
  }
}
