package dev.weir.local.draft.source;

import dev.weir.config.FieldPath;
import dev.weir.local.draft.field.Draft;
import dev.weir.local.draft.field.Draft.DraftObject;
import dev.weir.operators.file.CsvNames;
import dev.weir.operators.file.SourceFile;
import dev.weir.operators.file.SourceFile.FileLimits;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Drafts from samples, read as {@code weir run} reads them. */
final class Samples {

  /** Enough to know a field by, and read in seconds. */
  private static final int RECORDS = 100_000;

  private static final FileLimits LIMITS =
      new FileLimits(RecordLimits.DEFAULT.recordBytes(), RecordLimits.DEFAULT.depth());

  private Samples() {}

  static Draft jsonLines(Path file) throws IOException {
    SampleCounts counts = counted(file, new Shape.Fields(List.of()), false);
    return draft(file, counts, new ArrayList<>());
  }

  static Draft csv(Path file) throws IOException {
    List<FieldPath> columns = CsvColumnCheck.names(file, CsvNames.of(file, LIMITS));
    SampleCounts counts = counted(file, CsvColumnCheck.shape(columns), true);
    CsvColumnCheck.notData(file, counts.record());
    List<String> notes = new ArrayList<>();
    notes.add("CSV has no types of its own: a number that names something stays a string.");
    Draft draft = draft(file, counts, notes);
    return new Draft(
        draft.id(), draft.origin(), draft.notes(), NumberNames.asTexts(draft.objects()));
  }

  private static SampleCounts counted(Path file, Shape.Fields shape, boolean text)
      throws IOException {
    SampleCounts counts = new SampleCounts(text);
    try (SourceFile records = SourceFile.open(file, shape, LIMITS, () -> 0)) {
      while (counts.lines() < RECORDS && records.hasNext()) {
        SourceRecord record = records.next();
        byte[] value = record.value();
        if (value != null && value.length > 0) {
          counts.add(value);
        }
      }
    }
    return counts;
  }

  private static Draft draft(Path file, SampleCounts counts, List<String> notes) {
    ObjectCounts record = counts.record();
    if (record.objects() == 0) {
      throw new DraftException(
          file + " holds no record that can be read. Give one JSON object a line, or CSV rows.");
    }
    String name = DraftSource.stem(file);
    notes.addAll(counts.notes());
    String origin = file.getFileName() + ", " + count(record.objects(), "record");
    DraftObject object = new DraftObject(name, Fields.of(record));
    return new Draft(DraftSource.id(name), origin, notes, List.of(object));
  }

  static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
