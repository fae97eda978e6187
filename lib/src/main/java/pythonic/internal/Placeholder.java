package pythonic.internal;

/** Keeps the module from being empty until its first real package arrives. */
final class Placeholder {
  private Placeholder() {}

  static String greet(String name) {
    return "Hello " + name;
  }
}
