package pythonic.socket;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Buffering;
import pythonic.builtins.keywords.Encoding;
import pythonic.builtins.keywords.Errors;
import pythonic.builtins.keywords.MakefileKeyword;
import pythonic.builtins.keywords.Newline;
import pythonic.internal.calls.Given;
import pythonic.internal.text.TextCodec;

/** Makes files of sockets. */
final class MakeFile {

  private static final int USUAL = 8192;

  private MakeFile() {}

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as in Python the caller knows what the mode gives
  static <T> SocketFile<T> of(SocketState socket, String mode, MakefileKeyword... keywords) {
    if (!mode.chars().allMatch(c -> "rwb".indexOf(c) >= 0)) {
      throw new ValueError("invalid mode " + Builtins.repr(mode) + " (only r, w, b allowed)");
    }
    Buffering buffering = Given.find("makefile", keywords, Buffering.class);
    int given = buffering == null || buffering.size() == null ? -1 : buffering.size();
    boolean isText = mode.indexOf('b') < 0;
    if (given == 0 && isText) {
      throw new ValueError("unbuffered streams must be binary");
    }
    boolean writing = mode.indexOf('w') >= 0;
    boolean reading = mode.indexOf('r') >= 0 || !writing;
    int size = given < 0 ? USUAL : given;
    return (SocketFile<T>) new SocketFile<>(socket, isText ? mode : (reading ? "r" : "") + (writing ? "w" : "") + "b", (Form<Object>) form(isText, given != 0, keywords),
        reading ? new Input(socket, Math.max(size, 1)) : null, writing ? new Output(socket, isText ? Math.max(size, USUAL) : size) : null);
  }

  private static Form<?> form(boolean isText, boolean isBuffered, MakefileKeyword[] keywords) {
    Encoding encoding = Given.find("makefile", keywords, Encoding.class);
    Errors errors = Given.find("makefile", keywords, Errors.class);
    Newline newline = Given.find("makefile", keywords, Newline.class);
    if (!isText) {
      return new Form.Binary(isBuffered);
    }
    return new Form.Text(new TextCodec(encoding == null || encoding.name() == null ? "UTF-8" : encoding.name(), errors == null ? null : errors.name()),
        newline(newline));
  }

  private static @Nullable String newline(@Nullable Newline given) {
    String value = given == null ? null : given.value();
    return switch (value) {
      case null -> null;
      case "", "\n", "\r", "\r\n" -> value;
      default -> throw new ValueError("illegal newline value: " + value);
    };
  }
}
