package dev.weir.privacy.cohort;

/**
 * An outcome as somebody outside sees it.
 *
 * @param call outcomes of one call leave together
 */
record Decided(int call, long time, Outcome outcome) {

  int id() {
    return World.id(outcome.row());
  }

  String text() {
    return call + " " + time + " " + id() + " " + fate();
  }

  /** Whatever was decided, whenever. */
  String fate() {
    return outcome instanceof Outcome.Released released
        ? released.cohort() + " " + released.box().from().hashCode()
        : ((Outcome.Suppressed) outcome).reason().toString();
  }
}
