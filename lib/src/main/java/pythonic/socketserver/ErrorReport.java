package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.internal.text.Traceback;
import pythonic.socket.Address;
import pythonic.sys.Sys;

/** What a server says of a handler that has thrown, in the server's process or in a child. */
final class ErrorReport {

  private static final int WIDTH = 40;

  private ErrorReport() {}

  static void write(@Nullable Throwable thrown, Address client) {
    String line = "-".repeat(WIDTH) + "\n";
    Sys.stderr().write(line + "Exception occurred during processing of request from " + client + "\n"
        + (thrown == null ? "" : Traceback.format(thrown)) + line);
  }
}
