package pythonic.docs.site;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.regex.Pattern;

/** The first sentence of a comment, as Markdown for the cell of a table. */
final class Doc {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Doc() {}

  static String sentence(DocCommentTree comment) {
    return BLANKS.matcher(markdown(comment.getFirstSentence())).replaceAll(" ").strip();
  }

  private static String markdown(List<? extends DocTree> parts) {
    var text = new StringBuilder();
    for (DocTree part : parts) {
      text.append(switch (part) {
        case TextTree plain -> plain.getBody();
        case LiteralTree code when code.getKind() == DocTree.Kind.CODE -> "`" + code.getBody().getBody() + "`";
        case LiteralTree literal -> literal.getBody().getBody();
        case ReturnTree returns -> markdown(returns.getDescription());
        case LinkTree link -> link.getLabel().isEmpty() ? "`" + name(link) + "`" : markdown(link.getLabel());
        case StartElementTree _ -> "";
        default -> "";
      });
    }
    return text.toString().replace("|", "\\|");
  }

  /** Of {@code #acquire(boolean)} it is acquire, of a type's method the type's name too. */
  private static String name(LinkTree link) {
    String signature = link.getReference().getSignature();
    int parameters = signature.indexOf('(');
    String name = parameters < 0 ? signature : signature.substring(0, parameters);
    return (name.startsWith("#") ? name.substring(1) : name.substring(name.lastIndexOf('.', Math.max(0, name.indexOf('#'))) + 1))
        .replace('#', '.');
  }
}
