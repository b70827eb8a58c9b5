/** What one token, one treatment and one record cost, by JMH. */
@NullMarked
package dev.weir.bench.micro;

import org.jspecify.annotations.NullMarked;
