/** Gateways: where a job runs, what it reads and what it may use. Secrets are references only. */
@NullMarked
package dev.weir.config.gateway;

import org.jspecify.annotations.NullMarked;
