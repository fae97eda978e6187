package pythonic.docs.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The guides as pages, so that the whole reads in a browser without a server. */
final class GuidePages {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final Set<String> COLOURED = Set.of("python", "java");

  private static final Pattern LESSON = Pattern.compile("lessons/[lL]esson\\d\\d\\.(py|java)");

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();

  /**
   * {@return the page of a guide}
   *
   * @param markdown the guide
   * @param folder where the guide stands in the folder {@code docs}, empty for there itself
   * @param name the name of the page, without its ending
   */
  Page page(String markdown, String folder, String name) {
    Node document = parser.parse(markdown);
    var adapter = new Adapter(folder);
    document.accept(adapter);
    return new Page("site/" + name + ".html", Html.page(adapter.title.toString(), renderer.render(document)));
  }

  /** {@return where what a guide in a folder links to stands among the pages} */
  static String target(String folder, String link) {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    String fragment = hash < 0 ? "" : link.substring(hash);
    if (file.isEmpty() || file.contains("://")) {
      return link;
    }
    String path = Path.of(folder).resolve(file).normalize().toString();
    if (LESSON.matcher(path).matches()) {
      return path.substring("lessons/".length(), path.indexOf('.')).toLowerCase(Locale.ROOT) + ".html" + fragment;
    }
    if (!path.endsWith(".md") || path.startsWith("..")) {
      return "../" + path + fragment;
    }
    String page = path.substring(0, path.length() - ".md".length()).replace('/', '-');
    return (page.equals("api-README") ? "api" : page) + ".html" + fragment;
  }

  private static final class Adapter extends AbstractVisitor {
    private final StringBuilder title = new StringBuilder();
    private final String folder;

    Adapter(String folder) {
      this.folder = folder;
    }

    @Override
    public void visit(Heading heading) {
      if (title.isEmpty() && heading.getFirstChild() instanceof Text text) {
        title.append(text.getLiteral());
      }
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      link.setDestination(target(folder, link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(target(folder, image.getDestination()));
    }

    @Override
    public void visit(FencedCodeBlock block) {
      if (COLOURED.contains(block.getInfo())) {
        var html = new HtmlBlock();
        var highlighter = block.getInfo().equals("java") ? Highlighter.JAVA : Highlighter.PYTHON;
        html.setLiteral("<pre>" + highlighter.html(block.getLiteral().stripTrailing()) + "</pre>");
        block.insertBefore(html);
        block.unlink();
      }
    }
  }
}
