package pythonic.internal.wire;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Java's serialisation, less what would arrive as a useless copy: a lock, whose other holders are in this process. It
 * remembers the object that it refused.
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

  private @Nullable Object culprit;

  PickleOutput(OutputStream out) throws IOException {
    super(out);
    enableReplaceObject(true);
  }

  @Override
  protected Object replaceObject(Object object) throws IOException {
    if (!(object instanceof Serializable) || IS_LOCK.get(object.getClass())) {
      culprit = object;
      throw new NotSerializableException(object.getClass().getName());
    }
    return object;
  }

  /** {@return the object that was refused, null if the failure was another} */
  @Nullable Object culprit() {
    return culprit;
  }
}
