package pythonic.docs.site;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the library offers, read from its sources: its public types by package, and their members. */
final class ApiSource {

  /** What every object of Java has, and what only Java's serialisation calls. */
  private static final Set<String> LEFT_OUT = Set.of("toString", "equals", "hashCode", "readResolve", "writeReplace");

  /**
   * A public type.
   *
   * @param name its simple name; of a type within another both, with a point
   * @param sentence the first sentence of its comment
   * @param extension whether its comment says that Python has no such thing
   * @param members what it offers, by name, in the order of the source
   */
  record Type(String name, String sentence, boolean extension, Map<String, Member> members) {}

  /**
   * A method with all its forms, or a constant.
   *
   * @param forms the parameters of each form; none of a constant
   * @param sentence the first sentence of the first comment
   * @param extension whether a comment says that Python has no such thing
   * @param isStatic whether it belongs to the class
   */
  record Member(List<String> forms, String sentence, boolean extension, boolean isStatic) {}

  private final DocTrees docs;
  private final Map<String, List<Type>> packages = new TreeMap<>();

  private ApiSource(DocTrees docs) {
    this.docs = docs;
  }

  /** {@return the types of each exported package, in the order of their names} */
  static Map<String, List<Type>> read(Path sources, Set<String> exported) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null); var all = Files.walk(sources)) {
      List<Path> paths = all.filter(path -> exported.contains(packageOf(sources, path))).sorted().toList();
      var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
      var source = new ApiSource(DocTrees.instance(task));
      task.parse().forEach(source::add);
      return source.packages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String packageOf(Path sources, Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.endsWith("-info.java")
        ? sources.relativize(file.getParent()).toString().replace(file.getFileSystem().getSeparator(), ".") : "";
  }

  private void add(CompilationUnitTree unit) {
    String its = String.valueOf(unit.getPackageName());
    for (Tree declared : unit.getTypeDecls()) {
      if (declared instanceof ClassTree type) {
        add(type, "", new TreePath(new TreePath(unit), type), packages.computeIfAbsent(its, _ -> new ArrayList<>()));
      }
    }
  }

  private void add(ClassTree type, String outer, TreePath path, List<Type> types) {
    boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
    if (!type.getModifiers().getFlags().contains(Modifier.PUBLIC) && outer.isEmpty()) {
      return;
    }
    String name = outer + type.getSimpleName();
    var members = new LinkedHashMap<String, Member>();
    types.add(new Type(name, sentence(path), isExtension(path), members));
    for (Tree tree : type.getMembers()) {
      var at = new TreePath(path, tree);
      switch (tree) {
        case MethodTree method when isPublic(method.getModifiers().getFlags(), isInterface) && !isLeftOut(method) -> add(members, method, at);
        case VariableTree field when isPublic(field.getModifiers().getFlags(), isInterface) ->
          members.put(field.getName().toString(), new Member(List.of(), sentence(at), isExtension(at), true));
        case ClassTree nested when isPublic(nested.getModifiers().getFlags(), isInterface) -> add(nested, name + ".", at, types);
        default -> { }
      }
    }
  }

  private static boolean isPublic(Set<Modifier> flags, boolean inInterface) {
    return flags.contains(Modifier.PUBLIC) || (inInterface && !flags.contains(Modifier.PRIVATE));
  }

  private static boolean isLeftOut(MethodTree method) {
    return LEFT_OUT.contains(method.getName().toString());
  }

  private void add(Map<String, Member> members, MethodTree method, TreePath path) {
    String name = method.getName().contentEquals("<init>") ? "new" : method.getName().toString();
    String form = method.getParameters().stream().map(ApiSource::parameter).collect(joining(", ", "(", ")"));
    Member known = members.get(name);
    var forms = new ArrayList<>(known == null ? List.of() : known.forms());
    forms.add(form);
    String sentence = known == null || known.sentence().isEmpty() ? sentence(path) : known.sentence();
    members.put(name, new Member(forms, sentence, isExtension(path) && (known == null || known.extension()),
        method.getModifiers().getFlags().contains(Modifier.STATIC)));
  }

  /** Its name, which is Python's. */
  private static String parameter(VariableTree parameter) {
    return parameter.getName() + (parameter.toString().contains("...") ? "..." : "");
  }

  private String sentence(TreePath path) {
    DocCommentTree comment = docs.getDocCommentTree(path);
    return comment == null ? "" : Doc.sentence(comment);
  }

  private boolean isExtension(TreePath path) {
    @Nullable String comment = docs.getDocComment(path);
    return comment != null && comment.contains("Not in Python.");
  }
}
