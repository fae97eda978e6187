package pythonic.builtins.keywords;

/**
 * A keyword that {@code subprocess.Popen} takes when its pipes carry text.
 *
 * @param <S> String: what pipes carry with a keyword that is only this
 */
@SuppressWarnings("unused") // a type parameter for the compiler, to infer that of Popen
public sealed interface TextPopenKeyword<S> extends Keyword
    permits PopenKeyword, Encoding, Errors, Text, UniversalNewlines {}
