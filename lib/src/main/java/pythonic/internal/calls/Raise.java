package pythonic.internal.calls;

/** Raises what user code raised, checked exceptions too, from methods that declare none: it passes through as it is. */
public final class Raise {

  private Raise() {}

  /**
   * Raises an exception. The result is only for {@code throw Raise.unchecked(e)}, which tells the compiler that the
   * method ends there.
   */
  public static RuntimeException unchecked(Throwable exception) {
    return Raise.<RuntimeException>sneaky(exception);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is erased: that is the point
  private static <E extends Throwable> E sneaky(Throwable exception) throws E {
    throw (E) exception;
  }
}
