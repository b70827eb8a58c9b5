package dev.weir.operators.decode.avro;

import dev.weir.config.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * Why a schema cannot be read as the product declares a field.
 *
 * @param field of the product; null: the whole record
 * @param what is wrong, a sentence without its full stop; names nothing that the product does not
 * @param mend a sentence without its full stop
 */
public record SchemaFault(@Nullable FieldPath field, String what, String mend) {}
