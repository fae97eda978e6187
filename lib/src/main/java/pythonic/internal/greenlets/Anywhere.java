package pythonic.internal.greenlets;

import pythonic.builtins.functions.Procedure1;

/** A callback of the library's own: it never waits, and any thread may call it, several at once. */
public interface Anywhere extends Procedure1<Object> {

  /** {@inheritDoc} */
  @Override
  void call(Object source);
}
