package dev.weir.jobs.start;

import dev.weir.config.problem.Location;
import dev.weir.config.yaml.DocumentPath;

/** Where the user's files say what a start is checked for. */
public interface Places {

  /**
   * A part of a file.
   *
   * @param path as problems show it; empty for the whole file
   */
  record Place(Location location, String path) {}

  /** Of the gateway's file; the nearest part around one that is not there. */
  Place of(DocumentPath path);

  /** What makes the job write a topic: the release that names it, or the source of the product. */
  Place ofTopic(String topic);

  /** Where the files are not at hand: the gateway's, as a whole. */
  static Places whole(String gatewayFile) {
    Location start = Location.start(gatewayFile);
    return new Places() {
      @Override
      public Place of(DocumentPath path) {
        return new Place(start, path.toString());
      }

      @Override
      public Place ofTopic(String topic) {
        return new Place(start, "");
      }
    };
  }
}
