package dev.weir.privacy.cluster;

import dev.weir.privacy.crowd.Values;
import dev.weir.privacy.generalize.Codes;

/** One person to be grouped: no two members are the same person. */
public record Member(Codes point, Values values) {}
