package pythonic.internal.manager;

import org.jspecify.annotations.Nullable;

/** What an iterator in a server's process goes on. Its own calls see to it that several threads may make them. */
public interface Steps extends AutoCloseable {

  /**
   * {@return the next}
   *
   * @param timeout the longest time to wait in seconds, null for no limit
   * @throws pythonic.builtins.StopIteration if there is none
   */
  @Nullable Object next(@Nullable Double timeout);

  /** Gives up what was not asked for. */
  @Override
  void close();
}
