package pythonic.socket;

/** What a file is read by. A negative number stands for as much as there is. */
interface Lines<T> {

  /** {@return so much of it, less at its end} */
  T read(int size);

  /** {@return the next line with its end, or so much of it} */
  T line(int size);
}
