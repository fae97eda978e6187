package pythonic.docs.site;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The names of the library beside Python's, a table for each module, in Markdown. */
final class ApiTables {

  private final Map<String, List<ApiSource.Type>> packages;

  ApiTables(Map<String, List<ApiSource.Type>> packages) {
    this.packages = packages;
  }

  List<Page> pages() {
    var pages = new ArrayList<Page>();
    var index = new StringBuilder("# Names\n\nA package is a module of Python's; each table names what there is in Java beside what it is in Python. "
        + "Generated from the sources of the library.\n\n| module | types | functions and constants |\n|---|---|---|\n");
    packages.forEach((name, types) -> {
      String module = module(name);
      index.append("| [").append(module).append("](").append(file(name)).append(") | ")
          .append(types.stream().filter(type -> !isModule(type, name)).map(type -> "`" + type.name() + "`").collect(joining(" ")))
          .append(" | ").append(types.stream().filter(type -> isModule(type, name)).flatMap(type -> type.members().keySet().stream())
              .map(member -> "`" + pythons(member) + "`").collect(joining(" "))).append(" |\n");
      pages.add(new Page("api/" + file(name), page(name, types)));
    });
    pages.addFirst(new Page("api/README.md", index.toString()));
    return pages;
  }

  static String module(String name) {
    return name.substring("pythonic.".length());
  }

  private static String file(String name) {
    return module(name) + ".md";
  }

  /** Whether a class holds the functions of a module: it has the module's name, and only static members. */
  private static boolean isModule(ApiSource.Type type, String name) {
    return type.name().equalsIgnoreCase(name.substring(name.lastIndexOf('.') + 1))
        && !type.members().isEmpty() && type.members().values().stream().allMatch(ApiSource.Member::isStatic);
  }

  private static String page(String name, List<ApiSource.Type> types) {
    String module = module(name);
    var text = new StringBuilder("# ").append(module).append("\n\nPackage `").append(name).append("`. Generated from its sources.\n");
    for (ApiSource.Type type : types) {
      boolean functions = isModule(type, name);
      text.append("\n## ").append(functions ? "Functions of " + module : type.name()).append("\n\n").append(type.sentence())
          .append(type.extension() ? " *Not in Python.*" : "").append('\n');
      if (!type.members().isEmpty()) {
        text.append("\n| Python | Java | |\n|---|---|---|\n");
        type.members().forEach((member, what) -> text.append(row(functions ? module : type.name(), type.name(), member, what)));
      }
    }
    return text.toString();
  }

  private static String row(String python, String java, String name, ApiSource.Member member) {
    boolean constructor = name.equals("new");
    String pythons = member.extension() ? "" : "`" + (constructor ? python : (member.isStatic() ? python + "." : "") + pythons(name)) + "`";
    String before = constructor ? "new " + java : (member.isStatic() ? java + "." : "") + name;
    String forms = member.forms().isEmpty() ? "`" + before + "`"
        : member.forms().stream().distinct().map(form -> "`" + before + form + "`").collect(joining("<br>"));
    return "| " + pythons + " | " + forms + " | " + member.sentence() + " |\n";
  }

  /** An underscore at the end is Java's doing. */
  private static String pythons(String name) {
    return name.endsWith("_") && !name.endsWith("__") ? name.substring(0, name.length() - 1) : name;
  }
}
