/**
 * From a gateway's file to a job: the files are read and judged, what they refer to is found
 * relative to the gateway's own file, and the releases' Avro schemas are registered. Everything
 * that is wrong is told at once, located; secrets stay references until a client is made.
 */
@NullMarked
package dev.weir.jobs.gateway;

import org.jspecify.annotations.NullMarked;
