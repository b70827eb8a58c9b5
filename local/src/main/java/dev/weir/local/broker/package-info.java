/**
 * A Kafka broker in this process or one of its own, for the demo and for tests: real logs, real
 * transactions, one node. It knows nothing of agreements; nothing outside it touches Kafka's server
 * classes.
 */
@NullMarked
package dev.weir.local.broker;

import org.jspecify.annotations.NullMarked;
