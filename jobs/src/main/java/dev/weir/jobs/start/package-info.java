/**
 * What is asked of the world before a job is submitted: Kafka, its topics and limits, keys,
 * storage. Everything that is wrong is told at once, with what to do. And where the job goes on:
 * the newest complete checkpoint that the gateway has left.
 */
@NullMarked
package dev.weir.jobs.start;

import org.jspecify.annotations.NullMarked;
