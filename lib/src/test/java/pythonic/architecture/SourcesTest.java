package pythonic.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SourcesTest {

  /** Fewer comments than this means that the rule looks into the wrong folder. */
  private static final int DOCUMENTED_AT_LEAST = 500;

  private static final int LINES_AT_MOST = 300;

  private static final int LINES_AT_MOST_WITH_A_REASON = 500;

  /** Files over the limit, each with its reason. */
  private static final Map<String, String> LONG_FILES =
      Map.of("pythonic/builtins/Keywords.java", "one place for the keywords of all calls, each a factory of one line");

  @Test
  void files_are_short() throws IOException {
    Map<String, Integer> tooLong = new TreeMap<>();
    for (Path source : Library.sources()) {
      int lines = CharMatcher.is('\n').countIn(Files.readString(source));
      String name = CharMatcher.is('\\').replaceFrom(Library.SOURCE_FOLDER.relativize(source).toString(), '/');
      if (lines > (LONG_FILES.containsKey(name) ? LINES_AT_MOST_WITH_A_REASON : LINES_AT_MOST)) {
        tooLong.put(name, lines);
      }
    }
    assertThat(tooLong).as("files that hold more than one idea").isEmpty();
  }

  @Test
  void every_public_type_and_method_says_what_it_is() throws IOException {
    Comments comments = new Comments();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(Library.sources()));
      comments.trees = DocTrees.instance(task);
      comments.scan(task.parse(), null);
    }
    assertThat(comments.missing).as("public types and methods without a comment").isEmpty();
    assertThat(comments.seen).isGreaterThanOrEqualTo(DOCUMENTED_AT_LEAST);
  }

  /** Finds the types and methods that users can name, and those among them without a comment. */
  private static final class Comments extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final Set<Tree.Kind> IMPLICITLY_PUBLIC_BODIES = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final Set<String> exported = Library.exportedPackages();
    private final List<String> missing = new ArrayList<>();
    private int seen;
    private @Nullable DocTrees trees;

    @Override
    public @Nullable Void visitCompilationUnit(CompilationUnitTree unit, @Nullable Void unused) {
      boolean isExported = unit.getPackage() != null && exported.contains(unit.getPackageName().toString());
      return isExported ? super.visitCompilationUnit(unit, null) : null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      if (!isVisible(type.getModifiers())) {
        return null;
      }
      check(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream().anyMatch(it -> it.getAnnotationType().toString().equals("Override"));
      if (isVisible(method.getModifiers()) && !overrides) {
        check(method.getName() + "(" + method.getParameters() + ")");
      }
      return null;
    }

    private boolean isVisible(ModifiersTree modifiers) {
      Tree around = getCurrentPath().getParentPath().getLeaf();
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || modifiers.getFlags().contains(Modifier.PROTECTED)
          || (IMPLICITLY_PUBLIC_BODIES.contains(around.getKind()) && !modifiers.getFlags().contains(Modifier.PRIVATE));
    }

    private void check(String name) {
      seen++;
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment == null) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        missing.add(unit.getPackageName() + "." + Path.of(unit.getSourceFile().getName()).getFileName() + ": " + name);
      }
    }
  }
}
