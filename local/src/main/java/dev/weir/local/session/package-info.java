/**
 * A session cluster of Flink's own distribution, as users have it: a job manager and task managers,
 * each a process of its own on loopback, and jobs that are submitted as jars through the REST API.
 * It runs any jar; it knows nothing of agreements. The distribution is fetched once, by pip.
 */
@NullMarked
package dev.weir.local.session;

import org.jspecify.annotations.NullMarked;
