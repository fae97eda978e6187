package pythonic.docs;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import pythonic.builtins.Builtins;

/** Class paths for programs that tests start. */
final class ClassPath {

  private ClassPath() {}

  /** {@return the library and its dependencies, nothing else: no lessons, no test tools} */
  static String ofTheLibrary() {
    return Stream.of(Builtins.class, ListenableFuture.class, InternalFutureFailureAccess.class, NullMarked.class)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
