package pythonic.docs.site;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Marks comments, strings, numbers and keywords of a program for a page: enough to find one's way in a lesson. */
enum Highlighter {
  PYTHON(
      "#[^\n]*",
      "[rbfRBF]{0,2}(?:\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*')",
      "False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if"
          + "|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield"),
  JAVA(
      "//[^\n]*|/\\*.*?\\*/",
      "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'",
      "abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends|final|finally"
          + "|float|for|if|implements|import|instanceof|int|interface|long|new|null|package|private|protected|public|record|return"
          + "|short|static|super|switch|this|throw|throws|true|false|try|var|void|volatile|while|yield");

  private final Pattern token;

  Highlighter(String comment, String string, String keywords) {
    token = Pattern.compile(
        "(?s)(?<c>" + comment + ")|(?<s>" + string + ")|(?<a>@\\w+)|\\b(?<k>" + keywords + ")\\b|\\b(?<n>\\d[\\w.]*)\\b");
  }

  /** {@return the program as HTML, to stand in a {@code <pre>}} */
  String html(String program) {
    var html = new StringBuilder();
    int end = 0;
    for (MatchResult found : token.matcher(program).results().toList()) {
      html.append(Html.escape(program.substring(end, found.start())));
      String kind = found.namedGroups().keySet().stream().filter(name -> found.group(name) != null).findFirst().orElseThrow();
      html.append("<span class=\"").append(kind).append("\">").append(Html.escape(found.group())).append("</span>");
      end = found.end();
    }
    return html.append(Html.escape(program.substring(end))).toString();
  }
}
