package dev.weir.privacy.cohort;

import dev.weir.privacy.crowd.Crowd;
import dev.weir.privacy.crowd.CrowdForm;
import dev.weir.privacy.generalize.Box;
import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.generalize.Space;

/**
 * A box and the people in it.
 *
 * @param number its place among the cohorts of its region
 * @param loss of its box
 * @param crowd who was seen within the horizon; the one part that changes
 */
record Cohort(long number, CohortId id, Box box, double loss, Crowd crowd) {

  /** A row of one of its people, who is counted, leaves. */
  Outcome.Released released(Row row, boolean known, boolean revived, long waited) {
    return new Outcome.Released(row, id, box, known, revived, crowd.people(), waited);
  }

  byte[] page() {
    return PageForm.write(
        out -> {
          out.writeLong(number);
          out.writeLong(id.high());
          out.writeLong(id.low());
          PageForm.writeCodes(out, box.from());
          PageForm.writeCodes(out, box.to());
          CrowdForm.write(crowd, out);
        });
  }

  static Cohort of(byte[] page, Space space) {
    return PageForm.read(
        page,
        in -> {
          long number = in.readLong();
          CohortId id = new CohortId(in.readLong(), in.readLong());
          Codes from = PageForm.readCodes(in);
          Box box = new Box(from, PageForm.readCodes(in));
          return new Cohort(number, id, box, space.loss(box), CrowdForm.read(in));
        });
  }

  @Override
  public String toString() {
    return "Cohort " + number;
  }
}
