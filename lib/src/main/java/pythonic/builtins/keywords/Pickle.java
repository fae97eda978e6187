package pythonic.builtins.keywords;

/**
 * Whether what a connection sends is Python's pickle: None, booleans, numbers, strings, bytes, arrays, lists, sets and maps, nothing else. It needs
 * the library {@code net.razorvine:pickle}. Not in Python, where there is no other way.
 *
 * @param value true to talk to Python, false for Java's serialisation
 */
public record Pickle(boolean value) implements ListenerKeyword, ClientKeyword {

  @Override
  public String keyword() {
    return "pickle";
  }
}
