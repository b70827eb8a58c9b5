package dev.weir.jobs.file;

/** Makes the page of a run: {@code report.html}, which only its owner may read. */
public interface RunReport {

  /** What a page begins with, so that a later run knows it for Weir's own. */
  String MARK = "<!doctype html><!-- a report of weir -->";

  /** HTML in UTF-8, which begins with {@link #MARK}. */
  byte[] page(Summary summary);
}
