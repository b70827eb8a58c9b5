package dev.weir.local.gateway;

/** How a gateway's job on this machine has come to its end. */
public sealed interface Ending {

  /** This process goes down, and whoever wants to know has been told how to go on. */
  record GoneDown() implements Ending {}

  /** The job was stopped otherwise, as on Flink's page. */
  record Stopped() implements Ending {}

  /**
   * For good.
   *
   * @param why without a data value
   */
  record Failed(String why) implements Ending {}
}
