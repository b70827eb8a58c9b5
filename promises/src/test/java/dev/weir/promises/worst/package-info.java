/**
 * The worst day: what goes wrong around a gateway, and that it stops or holds with its message,
 * doubles nothing and loses nothing unseen. One broker and one cluster serve all; each test has a
 * gateway, topics and a directory of its own. A registry that is away is in {@code
 * ConfluentAvroGatewayTest}.
 */
@NullMarked
package dev.weir.promises.worst;

import org.jspecify.annotations.NullMarked;
