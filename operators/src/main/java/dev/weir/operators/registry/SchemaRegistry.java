package dev.weir.operators.registry;

import java.util.Optional;

/** A schema registry. Every method may take a round trip; callers keep what they got. */
public interface SchemaRegistry {

  /**
   * A registered schema.
   *
   * @param id of the registry, as the wire format carries it
   * @param json a whole Avro schema, those that it refers to included
   */
  record Registered(int id, String json) {}

  /**
   * The Avro schema of an id, as JSON, those that it refers to included.
   *
   * @return empty if the registry says that it has none
   * @throws RegistryException if the registry cannot be asked: nothing is known of the id then
   */
  Optional<String> schema(int id);

  /**
   * The newest schema of a subject.
   *
   * @throws RegistryException if there is none, or the registry cannot be asked
   */
  Registered latest(String subject);

  /**
   * Registers an Avro schema under a subject, or finds it there.
   *
   * @return its id
   * @throws RegistryException if the registry refuses it, or cannot be asked
   */
  int register(String subject, String json);
}
