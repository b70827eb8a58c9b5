package dev.weir.plan;

/**
 * One of the ways by which what leaves comes to its topics: a meter, a record of the progress and a
 * sink, with transactions of their own.
 *
 * @param aside whether it is of what has passed a quota, crowds or statistics; else of all else
 * @param writer who tells of its progress: the gateway's id, and behind it a slash, which no id
 *     holds, where it is the second
 */
public record EndingPlan(SinkPlan sink, boolean aside, String writer) {

  private static final String ASIDE = "aside";

  static EndingPlan first(JobPlan plan) {
    return new EndingPlan(plan.sink(), false, plan.gateway());
  }

  static EndingPlan aside(JobPlan plan) {
    return new EndingPlan(plan.sink().aside(), true, plan.gateway() + "/" + ASIDE);
  }

  /** What tells the events of its meter from those of the other's. */
  public String letter() {
    return aside ? "a" : "";
  }

  /** What one of its stages is called. */
  public String named(String stage) {
    return aside ? stage + " " + ASIDE : stage;
  }
}
