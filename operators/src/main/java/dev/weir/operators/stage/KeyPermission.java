package dev.weir.operators.stage;

import dev.weir.operators.control.ControlState;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyFacts;
import dev.weir.tokenization.KeyState;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.keys.KeyName;
import java.util.List;
import java.util.Optional;

/** Whether something may still be made with a key, by its provider and by the commands so far. */
record KeyPermission(ControlState control, KeyProblems problems) {

  /** The key of a fingerprint, if it is there and may be used; else the problem is noted. */
  Optional<KeyFacts> find(Step.KeyRef key, String fingerprint, List<KeyFacts> there) {
    Optional<KeyFacts> found = of(fingerprint, there);
    String destroyed = control.destroyed().get(fingerprint);
    if (destroyed != null) {
      problems.add(
          JobStoppedException.Kind.KEY_DESTROYED,
          "the key "
              + key
              + " that is in use was destroyed ("
              + destroyed
              + "): make another one"
              + " active with weir control send key-version");
    } else if (found.isEmpty()) {
      problems.add(
          JobStoppedException.Kind.KEY_MISSING,
          "the key "
              + key
              + " of fingerprint "
              + fingerprint
              + " is not there: the same value would"
              + " get another token; put it back, or make another one active with weir control send"
              + " key-version");
    } else if (disabled(key, found.get())) {
      problems.add(
          JobStoppedException.Kind.KEY_DISABLED,
          "the key "
              + name(key, found.get())
              + " is in use and was disabled: nothing may be"
              + " released under it; make another one active with weir control send key-version");
    }
    return found.filter(facts -> destroyed == null && !disabled(key, facts));
  }

  /** Whether a key may be used that need not be. */
  boolean may(String fingerprint, Step.KeyRef key, List<KeyFacts> there) {
    return !control.destroyed().containsKey(fingerprint)
        && of(fingerprint, there).filter(facts -> disabled(key, facts)).isEmpty();
  }

  /** A key that was destroyed and is there comes from an older copy. */
  void requireNoneDestroyed(PartnerKeys partner) {
    for (KeyUse use : partner.uses()) {
      for (KeyFacts facts : partner.facts(use)) {
        String destroyed = control.destroyed().get(facts.fingerprint());
        if (destroyed != null) {
          problems.add(
              JobStoppedException.Kind.KEY_DESTROYED,
              "the key "
                  + destroyed
                  + " was destroyed, and is there again: the keys are an older"
                  + " copy; put the right ones back, or destroy it again with weir keys destroy");
        }
      }
    }
  }

  private static Optional<KeyFacts> of(String fingerprint, List<KeyFacts> there) {
    return there.stream().filter(facts -> facts.fingerprint().equals(fingerprint)).findFirst();
  }

  private boolean disabled(Step.KeyRef key, KeyFacts facts) {
    return facts.state() == KeyState.SUSPENDED
        || control.disabled().containsKey(name(key, facts).toString());
  }

  private static KeyName name(Step.KeyRef key, KeyFacts facts) {
    return new KeyName(key.partner(), facts.use(), facts.keyId());
  }
}
