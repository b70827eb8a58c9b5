package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Codes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All of one person, oldest first; one page. */
record Memberships(List<Membership> all) {

  static final Memberships NONE = new Memberships(List.of());

  Memberships {
    all = List.copyOf(all);
  }

  Memberships with(Membership more) {
    List<Membership> longer = new ArrayList<>(all);
    longer.add(more);
    return new Memberships(longer);
  }

  /** In place of the one in the same cohort. */
  Memberships replacing(Membership changed) {
    List<Membership> others = new ArrayList<>(all);
    others.replaceAll(one -> one.cohort() == changed.cohort() ? changed : one);
    return new Memberships(others);
  }

  Memberships without(long cohort) {
    return new Memberships(all.stream().filter(one -> one.cohort() != cohort).toList());
  }

  byte[] page() {
    return PageForm.write(
        out -> {
          out.writeInt(all.size());
          for (Membership one : all) {
            write(out, one);
          }
        });
  }

  static Memberships of(byte[] page) {
    return PageForm.read(
        page,
        in -> {
          int count = in.readInt();
          List<Membership> all = new ArrayList<>();
          for (int n = 0; n < count; n++) {
            all.add(read(in));
          }
          return new Memberships(all);
        });
  }

  private static void write(DataOutputStream out, Membership one) throws IOException {
    out.writeLong(one.cohort());
    out.writeLong(one.lastSeen());
    out.writeLong(one.queuedAt());
    out.writeInt(one.values().fields().size());
    for (Codes codes : one.values().fields()) {
      PageForm.writeCodes(out, codes);
    }
  }

  private static Membership read(DataInputStream in) throws IOException {
    long cohort = in.readLong();
    long lastSeen = in.readLong();
    long queuedAt = in.readLong();
    int fields = in.readInt();
    List<Codes> values = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      values.add(PageForm.readCodes(in));
    }
    return new Membership(cohort, lastSeen, queuedAt, new Values(values));
  }
}
