package dev.weir.local.command;

import dev.weir.config.bind.Misfit;
import dev.weir.config.bind.Scalars;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A partner's id, as an agreement may name it: keys of any other would be nobody's. */
final class PartnerConverter implements ITypeConverter<String> {

  @Override
  public String convert(String id) {
    try {
      return Scalars.ID.parser().parse(id);
    } catch (Misfit noId) {
      throw new TypeConversionException("it is " + Scalars.ID.asked());
    }
  }
}
