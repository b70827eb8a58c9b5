package dev.weir.privacy.cohort;

/** When to look whether a person has not been seen in a cohort for the horizon. */
record Expiry(long at, Subject subject, long cohort) {}
