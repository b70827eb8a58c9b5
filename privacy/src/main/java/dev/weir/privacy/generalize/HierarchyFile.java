package dev.weir.privacy.generalize;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code leaf;parent;...;root}, a line for each leaf, without a header, as ARX writes it. */
public final class HierarchyFile {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setIgnoreEmptyLines(true).get();

  private HierarchyFile() {}

  /**
   * @param bytes UTF-8, with or without a byte order mark
   * @throws HierarchyException with every problem found, if it is not one tree
   */
  public static Hierarchy read(byte[] bytes) throws HierarchyException {
    List<HierarchyLine> lines = lines(decoded(bytes));
    List<HierarchyProblem> problems = HierarchyCheck.problems(lines);
    if (!problems.isEmpty()) {
      throw new HierarchyException(problems);
    }
    return HierarchyTree.of(lines);
  }

  private static String decoded(byte[] bytes) throws HierarchyException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw whole("The file is not UTF-8", "Save it as UTF-8");
    }
  }

  private static List<HierarchyLine> lines(String text) throws HierarchyException {
    List<HierarchyLine> lines = new ArrayList<>();
    try (Reader reader = new StringReader(text);
        CSVParser parser = FORMAT.parse(reader)) {
      for (CSVRecord record : parser) {
        lines.add(new HierarchyLine(parser.getCurrentLineNumber(), List.of(record.values())));
      }
    } catch (IOException | UncheckedIOException e) {
      throw whole("A quoted cell is broken", "Close the quotes, and write quotes inside twice");
    }
    return lines;
  }

  private static HierarchyException whole(String message, String mend) {
    return new HierarchyException(List.of(new HierarchyProblem(0, 0, message, mend)));
  }
}
