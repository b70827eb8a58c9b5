package dev.weir.privacy.crowd;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A crowd as bytes: people, then for each field its values and their counts. */
public final class CrowdForm {

  private CrowdForm() {}

  public static void write(Crowd crowd, DataOutputStream out) throws IOException {
    out.writeInt(crowd.people());
    out.writeInt(crowd.fields());
    for (int field = 0; field < crowd.fields(); field++) {
      crowd.histogram(field).write(out);
    }
  }

  public static Crowd read(DataInputStream in) throws IOException {
    int people = in.readInt();
    Crowd crowd = new Crowd(in.readInt(), people);
    for (int field = 0; field < crowd.fields(); field++) {
      crowd.histogram(field).read(in);
    }
    return crowd;
  }
}
