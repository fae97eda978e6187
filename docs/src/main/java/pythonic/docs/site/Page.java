package pythonic.docs.site;

/**
 * A file that is written from others, and committed.
 *
 * @param path where it stands in the folder {@code docs}
 * @param text the whole of it
 */
record Page(String path, String text) {}
