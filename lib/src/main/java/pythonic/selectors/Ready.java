package pythonic.selectors;

/**
 * What {@link BaseSelector#select()} tells of one object.
 *
 * @param key the object
 * @param events what can be done with it
 */
public record Ready(SelectorKey key, int events) {

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "(" + key + ", " + events + ")";
  }
}
