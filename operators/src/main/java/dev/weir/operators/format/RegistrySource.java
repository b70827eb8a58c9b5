package dev.weir.operators.format;

import dev.weir.operators.registry.SchemaRegistry;
import java.io.Serializable;

/** Where a stage finds the schema registry on the machine that runs it. Holds no secret itself. */
@FunctionalInterface
public interface RegistrySource extends Serializable {

  /** A client of its own. */
  SchemaRegistry open();
}
