package pythonic.internal.child;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A job as plain data, which a child reads without Java's serialisation: that would be the first thing to load for it,
 * and takes 20 ms. The first item names the class that knows how to read it, and says so when it is initialised.
 */
public final class ShortJob {

  private static volatile @Nullable Function<@Nullable Object[], ChildJob> reader;

  private ShortJob() {}

  /** Says how the data becomes a job. */
  public static void reader(Function<@Nullable Object[], ChildJob> function) {
    reader = function;
  }

  static ChildJob read(@Nullable Object[] data, ClassLoader loader) throws ClassNotFoundException {
    Class.forName((String) data[0], true, loader);
    Function<@Nullable Object[], ChildJob> known = reader;
    if (known == null) {
      throw new IllegalArgumentException("no jobs of " + data[0]);
    }
    return known.apply(data);
  }
}
