package dev.weir.local.draft.field;

import java.util.List;

/**
 * What was found in a file.
 *
 * @param id of the product, as an agreement may name it
 * @param origin what it was found in, for a comment
 * @param notes what else to know, for comments; each a sentence
 * @param objects at least one
 */
public record Draft(String id, String origin, List<String> notes, List<DraftObject> objects) {

  public Draft {
    notes = List.copyOf(notes);
    objects = List.copyOf(objects);
  }

  /** One kind of record. */
  public record DraftObject(String name, List<DraftField> fields) {
    public DraftObject {
      fields = List.copyOf(fields);
    }
  }
}
