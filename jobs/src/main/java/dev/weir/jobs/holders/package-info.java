/**
 * What still names a key: checkpoints and savepoints, wherever they lie. A state holds
 * fingerprints, never a key; one that names a destroyed key was made with it, and a job that goes
 * on from it would ask for that key.
 */
@NullMarked
package dev.weir.jobs.holders;

import org.jspecify.annotations.NullMarked;
