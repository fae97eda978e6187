package pythonic.internal.errors;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BlockingIOError;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ConnectionAbortedError;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.ConnectionResetError;
import pythonic.builtins.FileExistsError;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.IsADirectoryError;
import pythonic.builtins.NotADirectoryError;
import pythonic.builtins.OSError;
import pythonic.builtins.PermissionError;
import pythonic.builtins.TimeoutError;

/**
 * The errors of the system by their numbers and texts. The JDK tells of them by the system's own text, which is how they
 * are known again here. A number is Linux's or, where that differs, macOS's.
 */
public enum SystemError {
  EPERM(1, 1, "Operation not permitted"),
  ENOENT(2, 2, "No such file or directory"),
  ENXIO(6, 6, "No such device or address"),
  EBADF(9, 9, "Bad file descriptor"),
  EAGAIN(11, 35, "Resource temporarily unavailable"),
  EACCES(13, 13, "Permission denied"),
  EEXIST(17, 17, "File exists"),
  ENODEV(19, 19, "No such device"),
  ENOTDIR(20, 20, "Not a directory"),
  EISDIR(21, 21, "Is a directory"),
  EINVAL(22, 22, "Invalid argument"),
  ENFILE(23, 23, "Too many open files in system"),
  EMFILE(24, 24, "Too many open files"),
  ENOSPC(28, 28, "No space left on device"),
  EROFS(30, 30, "Read-only file system"),
  EPIPE(32, 32, "Broken pipe"),
  ENAMETOOLONG(36, 63, "File name too long"),
  ELOOP(40, 62, "Too many levels of symbolic links"),
  ENOTSOCK(88, 38, "Socket operation on non-socket"),
  EDESTADDRREQ(89, 39, "Destination address required"),
  EMSGSIZE(90, 40, "Message too long"),
  EPROTOTYPE(91, 41, "Protocol wrong type for socket"),
  ENOPROTOOPT(92, 42, "Protocol not available"),
  EPROTONOSUPPORT(93, 43, "Protocol not supported"),
  ESOCKTNOSUPPORT(94, 44, "Socket type not supported"),
  EOPNOTSUPP(95, 102, "Operation not supported"),
  EAFNOSUPPORT(97, 47, "Address family not supported by protocol"),
  EADDRINUSE(98, 48, "Address already in use"),
  EADDRNOTAVAIL(99, 49, "Cannot assign requested address"),
  ENETUNREACH(101, 51, "Network is unreachable"),
  ECONNABORTED(103, 53, "Software caused connection abort"),
  ECONNRESET(104, 54, "Connection reset by peer"),
  ENOBUFS(105, 55, "No buffer space available"),
  EISCONN(106, 56, "Transport endpoint is already connected"),
  ENOTCONN(107, 57, "Transport endpoint is not connected"),
  ETIMEDOUT(110, 60, "Connection timed out"),
  ECONNREFUSED(111, 61, "Connection refused"),
  EHOSTUNREACH(113, 65, "No route to host"),
  EALREADY(114, 37, "Operation already in progress"),
  EINPROGRESS(115, 36, "Operation now in progress");

  /** How the JDK tells why a program cannot be run. */
  private static final Pattern EXEC = Pattern.compile("^Cannot run program .* error[=:] ?\\d+[, (]+(.*)");

  private static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

  private final int linux;
  private final int mac;
  private final String text;

  SystemError(int linux, int mac, String text) {
    this.linux = linux;
    this.mac = mac;
    this.text = text;
  }

  public int number() {
    return MAC ? mac : linux;
  }

  public String text() {
    return text;
  }

  /** {@return the error as Python raises it} */
  public OSError raised() {
    return raised(new Object[] {number(), text});
  }

  /** {@return the error as Python raises it of a file} */
  public OSError raised(String file) {
    return raised(new Object[] {number(), text, file});
  }

  private OSError raised(@Nullable Object[] arguments) {
    return switch (this) {
      case EAGAIN, EALREADY, EINPROGRESS -> new BlockingIOError(arguments);
      case EPIPE -> new BrokenPipeError(arguments);
      case ECONNABORTED -> new ConnectionAbortedError(arguments);
      case ECONNREFUSED -> new ConnectionRefusedError(arguments);
      case ECONNRESET -> new ConnectionResetError(arguments);
      case EEXIST -> new FileExistsError(arguments);
      case ENOENT -> new FileNotFoundError(arguments);
      case EISDIR -> new IsADirectoryError(arguments);
      case ENOTDIR -> new NotADirectoryError(arguments);
      case EPERM, EACCES -> new PermissionError(arguments);
      case ETIMEDOUT -> new TimeoutError(arguments);
      default -> new OSError(arguments);
    };
  }

  /** {@return the error of a number that the system told} */
  public static OSError of(int number) {
    for (SystemError error : values()) {
      if (error.number() == number) {
        return error.raised();
      }
    }
    return new OSError(number, "Unknown error " + number);
  }

  /** {@return the error that an exception of the JDK tells of, an OSError with its text alone if it is not known} */
  public static OSError of(IOException failure) {
    if (failure instanceof SocketTimeoutException) {
      return (OSError) new TimeoutError("timed out").initCause(failure);
    }
    SystemError known = known(failure);
    OSError error = known == null ? new OSError(failure.getMessage() == null ? failure.toString() : failure.getMessage()) : known.raised();
    error.initCause(failure);
    return error;
  }

  /** {@return the error that an exception of the JDK tells of a file} */
  public static OSError of(IOException failure, String file) {
    SystemError known = known(failure);
    OSError error = known == null ? new OSError(file + ": " + failure.getMessage()) : known.raised(file);
    error.initCause(failure);
    return error;
  }

  private static @Nullable SystemError known(IOException failure) {
    return switch (failure) {
      case ClosedChannelException _ -> EBADF;
      case PortUnreachableException _ -> ECONNREFUSED;
      case NoSuchFileException _ -> ENOENT;
      case FileAlreadyExistsException _ -> EEXIST;
      case AccessDeniedException _ -> EACCES;
      case FileSystemException file -> byText(file.getReason());
      default -> byText(failure.getMessage());
    };
  }

  private static @Nullable SystemError byText(@Nullable String message) {
    if (message == null) {
      return null;
    }
    if (message.startsWith("Connection reset")) { // the JDK cuts it short at times
      return ECONNRESET;
    }
    if (message.equals("Can't send to port 0")) { // the JDK does not ask the system
      return EINVAL;
    }
    Matcher exec = EXEC.matcher(message);
    String told = exec.find() ? exec.group(1) : message;
    for (SystemError error : values()) {
      if (told.startsWith(error.text)) {
        return error;
      }
    }
    return null;
  }
}
