package dev.weir.operators.cohort;

import dev.weir.privacy.cohort.Subject;

/** A row that may leave once the checkpoint is complete that holds its cohort's decision. */
public record DecidedRow(Subject subject, Completion.Completed completed) {}
