package dev.weir.plan;

import java.util.List;

/** The names of a gateway's rating: a job of its own, beside the gateway's. */
public final class RatingPlan {

  /** No id of a gateway holds a tilde, so that none is taken for another's rating. */
  private static final String RATING = "~rating";

  private RatingPlan() {}

  /** What the rating is called where gateways are. */
  public static String name(String gateway) {
    return gateway + RATING;
  }

  /** Where charges go; the owner's alone. */
  public static String topic(String topicPrefix) {
    return topicPrefix + ".charges";
  }

  /**
   * The plan of a job that writes charges and nothing else.
   *
   * @param topicPrefix of Weir's own topics
   */
  public static JobPlan of(String gateway, String topicPrefix) {
    String name = "weir/" + name(gateway);
    String charges = topic(topicPrefix);
    SinkPlan sink =
        new SinkPlan(
            name + "/sink",
            name + "/",
            List.of(charges),
            name + "/progress",
            charges + ".progress",
            name + "/rate",
            charges);
    return new JobPlan(name(gateway), List.of(), sink);
  }
}
