package pythonic.builtins;

/**
 * What Python's {@code with} statement takes. {@code with lock: ...} is
 * {@code try (var _ = with(lock)) { ... }}.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#context-managers">Python: context managers</a>
 */
public interface ContextManager extends AutoCloseable {

  /** Python's {@code __enter__}: what is done before the block. */
  void enter();

  /** Python's {@code __exit__}: what is done after the block, however it ended. */
  @Override
  void close();
}
