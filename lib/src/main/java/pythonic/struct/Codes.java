package pythonic.struct;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The codes by their characters. */
final class Codes {

  /** A C long has 8 bytes, but on Windows 4. */
  private static final int LONG = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? 4 : 8;

  private static final @Nullable Code[] NATIVE = new @Nullable Code[128];
  private static final @Nullable Code[] STANDARD = new @Nullable Code[128];

  static {
    for (Code code : new Code[] {new BytesCode('x'), new BytesCode('c'), new BytesCode('s'), new BytesCode('p'),
        new BoolCode('?'), new IntegerCode('b', 1, true), new IntegerCode('B', 1, false), new IntegerCode('h', 2, true),
        new IntegerCode('H', 2, false), new IntegerCode('i', 4, true), new IntegerCode('I', 4, false),
        new IntegerCode('q', 8, true), new IntegerCode('Q', 8, false), new FloatCode('e', 2, true),
        new FloatCode('d', 8, true)}) {
      NATIVE[code.character] = code;
      STANDARD[code.character] = code;
    }
    NATIVE['f'] = new FloatCode('f', 4, false);
    NATIVE['l'] = new IntegerCode('l', LONG, true);
    NATIVE['L'] = new IntegerCode('L', LONG, false);
    NATIVE['n'] = new IntegerCode('n', 8, true);
    NATIVE['N'] = new IntegerCode('N', 8, false);
    NATIVE['P'] = new IntegerCode('P', 8, false);
    STANDARD['f'] = new FloatCode('f', 4, true);
    STANDARD['l'] = new IntegerCode('l', 4, true);
    STANDARD['L'] = new IntegerCode('L', 4, false);
  }

  private Codes() {}

  /** {@return the code of a character, which is ASCII; null if there is none in native or standard sizes} */
  static @Nullable Code of(char character, boolean nativeSizes) {
    return character < NATIVE.length ? (nativeSizes ? NATIVE : STANDARD)[character] : null;
  }
}
