package pythonic.internal.compiler;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;

/**
 * A plugin of javac that refuses {@code event.wait()} on a type of this library: it would be the monitor's wait, which
 * every object of Java has, where Python's is {@code wait_}. javac starts it by itself where it finds the library on its
 * class path, or on its processor path if it has one; so do {@code java Lesson.java} and jshell.
 */
public final class MonitorCheck implements Plugin {

  /** Called by javac. */
  public MonitorCheck() {}

  @Override
  public String getName() {
    return "Pythonic";
  }

  @Override
  public boolean autoStart() {
    return true;
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    Trees trees = Trees.instance(task);
    task.addTaskListener(new TaskListener() {
      @Override
      public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
          // One event for each class of a file that is in no other.
          TreePath path = trees.getPath(event.getTypeElement());
          if (path != null) {
            new MonitorCalls(trees, task.getTypes()).scan(path, null);
          }
        }
      }
    });
  }
}
