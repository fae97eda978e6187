package pythonic.subprocess;

/**
 * What was read from a pipe and not yet asked for. Used by one thread at a time.
 *
 * @param <S> byte[] or String
 */
interface Received<S> {

  /** Adds bytes that were read. */
  void add(byte[] bytes, int count);

  /** There is nothing more to come. */
  void end();

  /** {@return how many units there are} */
  int available();

  /** {@return where the unit with a number, as Python counts them, begins, -1 if there are not so many} */
  int position(int count);

  /** {@return where the first line ends, -1 if no end of line is there} */
  int lineEnd();

  /** {@return and removes the first units} */
  S take(int count);

  /** {@return and removes the bytes that no units were made of so far} */
  byte[] rest();
}
