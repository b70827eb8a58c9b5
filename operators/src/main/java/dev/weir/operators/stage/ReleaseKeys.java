package dev.weir.operators.stage;

import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.keys.KeyProvider;

/**
 * The keys that a release uses now: of each use the one that its tokens are made with is active.
 */
@FunctionalInterface
interface ReleaseKeys {

  KeyProvider of(ReleasePlan release);
}
