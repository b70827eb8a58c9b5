package dev.weir.plan.change;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which operators' state is lost or begins empty, and what that means for a savepoint. */
record StateChanges(Map<String, String> before, Map<String, String> now, List<PlanChange> changes) {

  void all() {
    before.forEach(
        (uid, state) -> {
          if (!now.containsKey(uid)) {
            note(PlanChange.Kind.STATE, uid, "is lost: " + state);
          }
        });
    now.forEach(
        (uid, state) -> {
          if (!before.containsKey(uid)) {
            note(PlanChange.Kind.STATE, uid, "begins empty: " + state);
          }
        });
    savepoint();
  }

  /** Flink refuses state that no operator takes; an operator without state begins empty. */
  private void savepoint() {
    String lost =
        before.keySet().stream()
            .filter(uid -> !now.containsKey(uid))
            .collect(Collectors.joining(", "));
    note(
        PlanChange.Kind.SAVEPOINT,
        lost.isEmpty() ? "fits" : "does not fit",
        lost.isEmpty()
            ? "the job goes on from its state"
            : "nothing takes the state of " + lost + "; the job can only begin afresh");
  }

  private void note(PlanChange.Kind kind, String where, String text) {
    changes.add(new PlanChange(kind, where, text));
  }
}
