package pythonic.docs.site;

/** What all pages have in common. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  /**
   * {@return a whole page}
   *
   * @param title plain text
   * @param body HTML
   */
  static String page(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="stylesheet" href="style.css">
        </head>
        <body>
        <nav><a href="index.html">Pythonic</a> <a href="porting-guide.html">Porting</a> <a href="differences-from-python.html">Differences</a>
        <a href="api.html">Names</a> <a href="benchmarks.html">Benchmarks</a> <a href="architecture.html">Architecture</a></nav>
        <main>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(escape(title), body.strip());
  }
}
