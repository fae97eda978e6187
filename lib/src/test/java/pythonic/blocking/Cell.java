package pythonic.blocking;

/**
 * One call by the table.
 *
 * @param method its name, in Python's words
 * @param state the state that its object is in
 * @param limit how long it may wait
 * @param ours what comes of it
 * @param pythons what comes of it in CPython, the same but where that is worse; empty for a method that Python lacks
 */
record Cell(String method, String state, Limit limit, Outcome ours, String pythons) {

  String question() {
    return method + "\t" + state + "\t" + limit.column;
  }

  @Override
  public String toString() {
    return method + ", " + state + ", " + limit.column;
  }
}
