package pythonic.internal.compiler;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds calls of Java's monitor methods on objects of this library, and of classes that extend it. */
final class MonitorCalls extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private static final Map<String, String> PYTHONS = Map.of("wait", "wait_", "notify", "notify_", "notifyAll", "notify_all");

  private final Trees trees;
  private final Types types;

  MonitorCalls(Trees trees, Types types) {
    this.trees = trees;
    this.types = types;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    ExpressionTree method = call.getMethodSelect();
    check(call, trees.getElement(new TreePath(getCurrentPath(), method)), receiver(method));
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void nothing) {
    check(reference, trees.getElement(getCurrentPath()), typeOf(reference.getQualifierExpression()));
    return super.visitMemberReference(reference, null);
  }

  /** What stands before the point; without one it is the class around, for every class has these methods itself. */
  private @Nullable TypeMirror receiver(ExpressionTree method) {
    if (method instanceof MemberSelectTree select) {
      return typeOf(select.getExpression());
    }
    TypeElement around = trees.getScope(getCurrentPath()).getEnclosingClass();
    return around == null ? null : around.asType();
  }

  private @Nullable TypeMirror typeOf(Tree expression) {
    return trees.getTypeMirror(new TreePath(getCurrentPath(), expression));
  }

  private void check(Tree place, @Nullable Element method, @Nullable TypeMirror receiver) {
    if (method == null || receiver == null || !(method.getEnclosingElement() instanceof TypeElement owner)
        || !owner.getQualifiedName().contentEquals("java.lang.Object")) {
      return;
    }
    String name = method.getSimpleName().toString();
    String pythons = PYTHONS.get(name);
    String type = pythons == null ? null : ours(receiver);
    if (type != null && pythons != null) {
      trees.printMessage(Diagnostic.Kind.ERROR,
          name + "() is the monitor's, which every object of Java has: "
              + (has(receiver, pythons) ? "of " + type + " call " + pythons + "()" : type + " has no " + pythons + "()"),
          place, getCurrentPath().getCompilationUnit());
    }
  }

  private boolean has(TypeMirror type, String method) {
    return types.asElement(type).getEnclosedElements().stream().anyMatch(member -> member.getSimpleName().contentEquals(method))
        || types.directSupertypes(type).stream().anyMatch(parent -> has(parent, method));
  }

  /** {@return the library's type that this one is or extends, or null} */
  private @Nullable String ours(TypeMirror type) {
    if (types.asElement(type) instanceof TypeElement element
        && element.getQualifiedName().toString().startsWith("pythonic.")) {
      return element.getQualifiedName().toString();
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      String ours = ours(parent);
      if (ours != null) {
        return ours;
      }
    }
    return null;
  }
}
