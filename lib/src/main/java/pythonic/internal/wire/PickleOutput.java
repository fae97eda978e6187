package pythonic.internal.wire;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Java's serialisation, less what would arrive as a useless copy: a lock, whose other holders are in this process. It
 * remembers the object that it was about to write, which is the culprit when that fails.
 */
final class PickleOutput extends ObjectOutputStream {

  private static final ClassValue<Boolean> IS_LOCK =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          for (Class<?> ancestor = type; ancestor != null; ancestor = ancestor.getSuperclass()) {
            if (ancestor.getPackageName().equals("java.util.concurrent.locks")) {
              return true;
            }
          }
          return false;
        }
      };

  private @Nullable Object latest;

  PickleOutput(OutputStream out) throws IOException {
    super(out);
    enableReplaceObject(true);
  }

  @Override
  protected Object replaceObject(Object object) throws IOException {
    latest = object;
    if (IS_LOCK.get(object.getClass())) {
      throw new NotSerializableException(object.getClass().getName());
    }
    return object;
  }

  /** {@return the object that could not be written, after a NotSerializableException; null if it raised that itself} */
  @Nullable Object culprit() {
    Object object = latest;
    boolean refused =
        object != null && (!(object instanceof Serializable) || IS_LOCK.get(object.getClass()));
    return refused ? object : null;
  }
}
