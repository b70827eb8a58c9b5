package dev.weir.bench.cohorts;

import dev.weir.privacy.generalize.Box;

/** The box of a cluster that was released. */
record CastleBox(Box box, double loss) {}
