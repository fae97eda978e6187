package pythonic.internal.calls;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.SerializedLambda;
import org.jspecify.annotations.Nullable;

/**
 * Looks behind a lambda. A serializable lambda names its method when it is serialised; this stream catches that name
 * and writes nothing. It needs no access to the lambda's module, which reflection would.
 */
public final class LambdaForm {

  private LambdaForm() {}

  /** {@return what a serializable lambda or method reference stands for, null for any other object} */
  public static @Nullable SerializedLambda of(Object function) {
    if (!function.getClass().isHidden() && !function.getClass().isSynthetic()) {
      return null;
    }
    try (var catcher = new Catcher()) {
      catcher.writeObject(function);
      return catcher.caught;
    } catch (IOException e) {
      return null;
    }
  }

  private static final class Catcher extends ObjectOutputStream {

    private @Nullable SerializedLambda caught;

    Catcher() throws IOException {
      super(OutputStream.nullOutputStream());
      enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) {
      if (caught == null && object instanceof SerializedLambda lambda) {
        caught = lambda;
      }
      return null;
    }
  }
}
