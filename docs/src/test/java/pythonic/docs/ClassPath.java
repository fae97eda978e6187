package pythonic.docs;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.jspecify.annotations.NullMarked;
import pythonic.builtins.Builtins;

/** Class paths for programs that tests start. */
final class ClassPath {

  private ClassPath() {}

  /** {@return what a lesson says that it needs: the library and its dependencies, and JSON where it is named; no lessons, no test tools} */
  static String of(Lesson lesson) {
    boolean needsJson = Lesson.text(lesson.port()).contains("// Needs org.json:json ");
    return needsJson ? ofTheLibrary() + File.pathSeparator + paths(JSONObject.class) : ofTheLibrary();
  }

  /** {@return the library and its dependencies, nothing else: no lessons, no test tools} */
  static String ofTheLibrary() {
    return paths(Builtins.class, ListenableFuture.class, InternalFutureFailureAccess.class, NullMarked.class);
  }

  /** {@return the library and its dependencies, and where the given types lie} */
  static String with(Class<?>... types) {
    return ofTheLibrary() + File.pathSeparator + paths(types);
  }

  private static String paths(Class<?>... types) {
    return Stream.of(types)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
