/**
 * The yardstick of cohorts: what COHORT, BATCH and CASTLE lose on UCI Adult under one delay, one
 * metric and two attacks. The data is read from a directory that is given; none is in this
 * repository.
 */
@NullMarked
package dev.weir.bench.cohorts;

import org.jspecify.annotations.NullMarked;
