package pythonic.multiprocessing.managers;

import java.io.Serial;

/**
 * Stands for an object of a type that a program has registered without a {@code proxytype}. Its methods are called by
 * name: {@code proxy._callmethod("add", 1)} is Python's {@code proxy.add(1)}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#customized-managers">Python: customized managers</a>
 */
public final class AutoProxy extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  AutoProxy(Token token) {
    super(token);
  }

  @Override
  String pythonName() {
    return "AutoProxy[" + _token().typeid() + "]";
  }
}
