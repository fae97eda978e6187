package pythonic.builtins.keywords;

/**
 * A keyword argument: a value together with the name of the parameter that it is for. The factories are in
 * {@code pythonic.builtins.Keywords}; each call declares by an interface, such as {@link AcquireKeyword}, which
 * keywords it takes, so that any other is refused by the compiler.
 */
public interface Keyword {

  /** {@return the name of the parameter, as Python spells it} */
  String keyword();
}
