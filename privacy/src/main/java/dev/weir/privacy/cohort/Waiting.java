package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Codes;

/**
 * A row that is not decided yet.
 *
 * @param place its order of arrival among those that wait
 * @param arrival when it came
 */
record Waiting(long place, long arrival, Row row) {

  /** Of the row that is offered, which comes after all that wait. */
  static Waiting atOnce(Row row, long now) {
    return new Waiting(Long.MAX_VALUE, now, row);
  }

  byte[] page() {
    return PageForm.write(
        out -> {
          out.writeLong(place);
          out.writeLong(arrival);
          out.writeLong(row.subject().high());
          out.writeLong(row.subject().low());
          PageForm.writeCodes(out, row.point());
          PageForm.writeCodes(out, row.sensitive());
          out.writeInt(row.payload().length);
          out.write(row.payload());
        });
  }

  static Waiting of(byte[] page) {
    return PageForm.read(
        page,
        in -> {
          long place = in.readLong();
          long arrival = in.readLong();
          Subject subject = new Subject(in.readLong(), in.readLong());
          Codes point = PageForm.readCodes(in);
          Codes sensitive = PageForm.readCodes(in);
          byte[] payload = PageForm.readBytes(in);
          return new Waiting(place, arrival, new Row(subject, point, sensitive, payload));
        });
  }

  @Override
  public String toString() {
    return "Waiting " + place;
  }
}
