package pythonic.builtins.keywords;

/** A keyword that {@code subprocess.run} takes when it gives text. */
public sealed interface RunTextKeyword extends Keyword
    permits Encoding, Errors, InputText, RunKeyword, Text, UniversalNewlines {}
