package pythonic.select;

/**
 * What {@link Poll#poll} and {@link Epoll#poll} tell of one object.
 *
 * @param fd its number
 * @param event a sum of constants of {@link Select}
 */
public record PollEvent(int fd, int event) {

  /** {@return Python's repr, such as {@code (4, 1)}} */
  @Override
  public String toString() {
    return "(" + fd + ", " + event + ")";
  }
}
