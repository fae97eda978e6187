package pythonic.internal.greenlets;

import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Strand;

/** The inside of {@code pythonic.greenlet.Greenlet}, which lies above this package: so greenlets are objects here. */
public abstract class GreenletAccess {

  private static volatile @Nullable GreenletAccess instance;

  /** For subclasses. */
  protected GreenletAccess() {}

  /** Called once, when the class Greenlet is initialised. */
  public static void set(GreenletAccess access) {
    instance = access;
  }

  /** {@return the access, which is there as soon as the class Greenlet was used} */
  public static GreenletAccess get() {
    GreenletAccess access = instance;
    if (access == null) {
      throw new IllegalStateException("no greenlet was made yet");
    }
    return access;
  }

  /** The greenlet begins on a strand, the current one, and is current there. */
  public abstract void begin(Object greenlet, Strand strand);

  /** The greenlet, which is current, is dead. */
  public abstract void end(Object greenlet);

  /** A greenlet that never began is dead. */
  public abstract void cancel(Object greenlet);
}
